package dev.kontor.logistics.carrier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A company that carries goods for us (承运商, R-6.2). One that is not chosen any more stays, for the shipments it had. */
@Entity
@Table(name = "logistics_carrier")
public class Carrier {

    @Id
    private String id;

    private String name;

    private String modes;

    private String licence;

    private String contact;

    private String phone;

    private String remarks;

    private int active = 1;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private long changedAt;

    private long version;

    protected Carrier() {}

    public static Carrier named(String name) {
        Carrier carrier = new Carrier();
        carrier.id = UUID.randomUUID().toString();
        carrier.name = name;
        return carrier;
    }

    /**
     * @param ways of transport that it offers
     * @param number of its road transport or forwarding licence; may be empty
     */
    public void describe(String called, List<String> ways, String number, String person, String telephone, String words) {
        name = called;
        modes = String.join(",", ways);
        licence = number;
        contact = person;
        phone = telephone;
        remarks = words;
    }

    /** @param chosen whether it may be chosen from now on */
    public void change(boolean chosen, String by, Instant at) {
        active = chosen ? 1 : 0;
        changedBy = by;
        changedAt = at.toEpochMilli();
        version++;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public List<String> modes() {
        return List.of(modes.split(","));
    }

    public String licence() {
        return licence;
    }

    public String contact() {
        return contact;
    }

    public String phone() {
        return phone;
    }

    public String remarks() {
        return remarks;
    }

    /** Whether it may be chosen. */
    public boolean isActive() {
        return active == 1;
    }

    public long version() {
        return version;
    }
}
