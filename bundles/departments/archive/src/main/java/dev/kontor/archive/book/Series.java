package dev.kontor.archive.book;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** All archival codes that differ in their last part alone, and the last number that was given. */
@Entity
@Table(name = "archive_series")
public class Series {

    @Id
    private String series;

    @Column(name = "last_number")
    private long last;

    protected Series() {}

    public Series(String series) {
        this.series = series;
    }

    long next() {
        last++;
        return last;
    }

    public String series() {
        return series;
    }

    public long last() {
        return last;
    }
}
