package dev.kontor.production.plan.book;

import dev.kontor.api.machine.SerialNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A step of a machine as it was done before all its steps were opened again: by whom, and when. Never changed. */
@Entity
@Table(name = "production_earlier_step")
public class EarlierStep {

    @Id
    private String id;

    private String serial;

    private String name;

    @Column(name = "finished_on")
    private String finishedOn;

    @Column(name = "confirmed_by")
    private String confirmedBy;

    protected EarlierStep() {}

    EarlierStep(SerialNumber machine, PlannedOperation done, LocalDate on) {
        this.id = UUID.randomUUID().toString();
        this.serial = machine.value();
        this.name = done.name();
        this.finishedOn = on.toString();
        this.confirmedBy = done.confirmedBy();
    }
}
