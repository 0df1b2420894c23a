package dev.kontor.finance.schedule;

import dev.kontor.api.desk.OrderFile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** An event that only finance knows of, such as the day on which the customer received an invoice, for one instalment. */
@Entity
@Table(name = "finance_due_event")
public class DueEvent {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int position;

    private String event;

    @Column(name = "happened_on")
    private String happenedOn;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private long recordedAt;

    protected DueEvent() {}

    DueEvent(OrderFile file, String event, int position) {
        this.id = id(file, event, position);
        this.orderNumber = file.number().value();
        this.position = position;
        this.event = event;
    }

    static String id(OrderFile file, String event, int position) {
        return file.number() + "/" + position + "/" + event;
    }

    void happened(LocalDate day, OrderFile file) {
        happenedOn = day.toString();
        recordedBy = file.actor().id().value();
        recordedAt = file.now().toEpochMilli();
    }

    int position() {
        return position;
    }

    String event() {
        return event;
    }

    LocalDate on() {
        return LocalDate.parse(happenedOn);
    }
}
