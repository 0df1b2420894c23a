package dev.kontor.production.plan.book;

import dev.kontor.api.machine.SerialNumber;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** As what a machine was made that was struck since: by which version of the plan, and in which place of it. */
@Entity
@Table(name = "production_struck")
public class StruckPiece {

    @Id
    private String serial;

    private String plan;

    private int line;

    private int piece;

    protected StruckPiece() {}

    StruckPiece(SerialNumber serial, String plan, Piece of) {
        this.serial = serial.value();
        this.plan = plan;
        this.line = of.line();
        this.piece = of.piece();
    }

    String plan() {
        return plan;
    }

    int line() {
        return line;
    }

    int piece() {
        return piece;
    }
}
