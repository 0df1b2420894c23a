package dev.kontor.logistics.shipment;

import dev.kontor.logistics.carrier.Carrier;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** How goods travel and who carries them, with the reason why just so. */
@Embeddable
public class Transport {

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
