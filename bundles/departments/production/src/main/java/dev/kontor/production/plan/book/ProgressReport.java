package dev.kontor.production.plan.book;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** How far an order's production was, and when it was expected to be ready. */
@Entity
@Table(name = "production_progress")
public class ProgressReport {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int number;

    private int percent;

    @Column(name = "forecast_on")
    private String forecastOn;

    private String remarks;

    @Column(name = "reported_by")
    private String reportedBy;

    @Column(name = "reported_at")
    private long reportedAt;

    protected ProgressReport() {}

    /** @param percent of the planned hours that is done */
    public ProgressReport(OrderNumber order, int number, int percent, LocalDate forecast, String remarks) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order.value();
        this.number = number;
        this.percent = percent;
        this.forecastOn = forecast.toString();
        this.remarks = remarks;
    }

    public ProgressReport by(String person, Instant at) {
        reportedBy = person;
        reportedAt = at.toEpochMilli();
        return this;
    }

    public int number() {
        return number;
    }

    public int percent() {
        return percent;
    }

    public LocalDate forecastOn() {
        return LocalDate.parse(forecastOn);
    }

    public String remarks() {
        return remarks;
    }

    public String reportedBy() {
        return reportedBy;
    }

    public Instant reportedAt() {
        return Instant.ofEpochMilli(reportedAt);
    }
}
