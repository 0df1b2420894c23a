package dev.kontor.archive.book;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A kind of records (门类) with the parts of its archival codes that the company sets: fonds (全宗号) and office (机构). */
@Entity
@Table(name = "archive_class")
public class RecordClass {

    /** What a part of an archival code may be made of. */
    public static final String PART = "[A-Z0-9]{1,16}";

    @Id
    private String code;

    private String name;
    private String fonds;
    private String office;
    private long volumes;

    protected RecordClass() {}

    public RecordClass(String code) {
        this.code = code;
    }

    public void describe(String called, String fondsNumber, String officeCode) {
        name = called;
        fonds = fondsNumber;
        office = officeCode;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String fonds() {
        return fonds;
    }

    public String office() {
        return office;
    }

    /** How many volumes were ever numbered in it. */
    public long volumes() {
        return volumes;
    }
}
