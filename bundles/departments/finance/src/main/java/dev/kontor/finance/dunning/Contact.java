package dev.kontor.finance.dunning;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.form.Values;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What was done about an instalment: with whom, how, what they said, what they promised. */
@Entity
@Table(name = "finance_contact")
public class Contact {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int position;

    private String step;

    @Column(name = "contacted_on")
    private String contactedOn;

    private String person;

    private String means;

    private String said;

    @Column(name = "promised_on")
    private String promisedOn;

    private String document = "";

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private long recordedAt;

    protected Contact() {}

    /**
     * @param step {@code before-due} or a dunning level
     * @param values {@code contacted-on}, {@code person}, {@code means}, {@code said}, {@code promised-on}
     */
    Contact(OrderFile file, int position, String step, Values values) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = file.number().value();
        this.position = position;
        this.step = step;
        this.contactedOn = values.date("contacted-on").orElseThrow().toString();
        this.person = values.text("person");
        this.means = values.text("means");
        this.said = values.text("said");
        this.promisedOn = values.text("promised-on");
        this.recordedBy = file.actor().id().value();
        this.recordedAt = file.now().toEpochMilli();
    }

    /** @param filed its id */
    void proveBy(String filed) {
        document = filed;
    }

    public String id() {
        return id;
    }

    public int position() {
        return position;
    }

    public String step() {
        return step;
    }

    public LocalDate on() {
        return LocalDate.parse(contactedOn);
    }

    public String person() {
        return person;
    }

    public String means() {
        return means;
    }

    public String said() {
        return said;
    }

    public Optional<LocalDate> promisedOn() {
        return promisedOn.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(promisedOn));
    }

    /** Its id; empty when there is none. */
    public String document() {
        return document;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return Instant.ofEpochMilli(recordedAt);
    }
}
