package dev.kontor.supervision.score;

import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.facts.Measure;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;

/** One line of a score: an indicator with its value, or a treatment, and the points that it costs. */
@Entity
@Table(name = "supervision_score_item")
public class ScoreItem {

    @Id
    private String id;

    @Column(name = "score_id")
    private String score;

    private String name;

    private int good;

    private int counted;

    @Column(name = "percent_good")
    private BigDecimal percent;

    private int points;

    @Column(name = "reason_en")
    private String english;

    @Column(name = "reason_zh")
    private String chinese;

    protected ScoreItem() {}

    /** @param measure its {@code count} is 0 for a treatment */
    public ScoreItem(Score score, Measure measure, int points, ReasonWords words) {
        this.id = UUID.randomUUID().toString();
        this.score = score.id();
        this.name = measure.name();
        this.good = measure.good();
        this.counted = measure.count();
        this.percent = measure.percent();
        this.points = points;
        this.english = words.english();
        this.chinese = words.chinese();
    }

    public String name() {
        return name;
    }

    public boolean isTreatment() {
        return counted == 0;
    }

    public int good() {
        return good;
    }

    public int counted() {
        return counted;
    }

    public BigDecimal percent() {
        return percent;
    }

    public int points() {
        return points;
    }

    /** Why it costs what it costs, in both languages. */
    public Text reason() {
        return Text.of("supervision.reason", english, chinese);
    }
}
