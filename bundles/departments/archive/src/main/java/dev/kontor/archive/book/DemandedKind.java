package dev.kontor.archive.book;

import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.people.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A kind of document that the company demands in the volumes of every order, and who owes it. */
@Entity
@Table(name = "archive_kind")
public class DemandedKind {

    @Id
    private String kind;

    private String role;
    private int supplementary;
    private int demanded;
    private int position;
    private String since;

    @Column(name = "name_en")
    private String english = "";

    @Column(name = "name_zh")
    private String chinese = "";

    protected DemandedKind() {}

    public DemandedKind(DocumentKind kind, int position) {
        this.kind = kind.value();
        this.position = position;
    }

    /**
     * What is demanded already is so since the day on which it began.
     *
     * @param after it arises after the order is completed only
     */
    public void demand(Role owner, boolean after, boolean yes, LocalDate on) {
        if (demanded == 0) {
            since = on.toString();
        }
        role = owner.value();
        supplementary = after ? 1 : 0;
        demanded = yes ? 1 : 0;
    }

    /** What the company calls it; empty both where a department's words name it. */
    public void call(String inEnglish, String inChinese) {
        english = inEnglish;
        chinese = inChinese;
    }

    public String english() {
        return english;
    }

    public String chinese() {
        return chinese;
    }

    public DocumentKind kind() {
        return new DocumentKind(kind);
    }

    public Role role() {
        return new Role(role);
    }

    public boolean supplementary() {
        return supplementary != 0;
    }

    /** Orders that were completed before owe none. */
    public LocalDate since() {
        return LocalDate.parse(since);
    }

    public boolean demanded() {
        return demanded != 0;
    }
}
