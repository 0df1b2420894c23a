package dev.kontor.logistics.shipment;

/** How far a shipment is. */
public enum State {
    /** Machines and carrier are chosen. */
    PLANNED("planned"),
    /** The rules have released it. */
    RELEASED("released"),
    DISPATCHED("dispatched"),
    ARRIVED("arrived"),
    /** The customer has signed on arrival; the contract lists a final acceptance, which is still owed. */
    COMMISSIONING("commissioning"),
    /** The customer has signed for every acceptance that the contract lists. */
    ACCEPTED("accepted"),
    /** None of its machines will come. */
    LOST("lost"),
    /** Given up before it left; its machines may be shipped otherwise. */
    DROPPED("dropped");

    private final String word;

    State(String word) {
        this.word = word;
    }

    /** As kept, and as the end of its message's key. */
    public String word() {
        return word;
    }

    public static State of(String word) {
        for (State state : values()) {
            if (state.word.equals(word)) {
                return state;
            }
        }
        throw new IllegalArgumentException("A shipment is never %s.".formatted(word));
    }
}
