package dev.kontor.logistics.shipment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What must be in hand before goods leave: transport contract, packing and insurance. */
@Embeddable
public class Preparation {

    @Column(name = "contract_number")
    private String contractNumber = "";

    @Column(name = "contract_document")
    private String contractDocument = "";

    private String packing = "";

    private String insured = "";

    private String insurance = "";

    protected Preparation() {}

    /** @param document id of the signed contract as filed */
    void contract(String number, String document) {
        contractNumber = number;
        contractDocument = document;
    }

    void packed(String list) {
        packing = list;
    }

    /** @param words the policy's number, or the reason why there is none */
    void insured(boolean yes, String words) {
        insured = yes ? "yes" : "no";
        insurance = words;
    }

    public String contractNumber() {
        return contractNumber;
    }

    /** Empty while no contract is filed. */
    public String contractDocument() {
        return contractDocument;
    }

    /** The packing list: one package a line. */
    public String packing() {
        return packing;
    }

    /** {@code yes}, {@code no}, or empty while nobody has decided. */
    public String insured() {
        return insured;
    }

    /** The policy's number, or the reason why there is none. */
    public String insurance() {
        return insurance;
    }
}
