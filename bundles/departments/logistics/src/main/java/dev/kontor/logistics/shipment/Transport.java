package dev.kontor.logistics.shipment;

import dev.kontor.logistics.carrier.Carrier;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** How goods travel and who carries them, with the reason why just so. */
@Embeddable
public class Transport {

    private static final String TAKEN_OVER = "opening";

    private String mode;

    private String carrier;

    /** As the carrier was called then. */
    @Column(name = "carrier_name")
    private String carrierName;

    private String reason;

    protected Transport() {}

    public Transport(String mode, Carrier by, String reason) {
        this.mode = mode;
        this.carrier = by.id();
        this.carrierName = by.name();
        this.reason = reason;
    }

    /** Chosen elsewhere, before the company began to work here. @param carrier its name; empty if it is not known */
    public static Transport takenOver(String carrier) {
        Transport transport = new Transport();
        transport.mode = TAKEN_OVER;
        transport.carrier = "";
        transport.carrierName = carrier;
        transport.reason = "";
        return transport;
    }

    public String mode() {
        return mode;
    }

    public String carrier() {
        return carrier;
    }

    public String carrierName() {
        return carrierName;
    }

    public String reason() {
        return reason;
    }
}
