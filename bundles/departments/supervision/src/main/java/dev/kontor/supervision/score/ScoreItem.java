package dev.kontor.supervision.score;

import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.facts.Measure;
import dev.kontor.supervision.treatment.Treatment;
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

    private String treatment = "";

    @Column(name = "reason_en")
    private String english;

    @Column(name = "reason_zh")
    private String chinese;

    protected ScoreItem() {}

    public ScoreItem(Score score, Measure measure, int points, ReasonWords words) {
        this(score, measure.name(), points, words);
        this.good = measure.good();
        this.counted = measure.count();
        this.percent = measure.percent();
    }

    public ScoreItem(Score score, Treatment treatment, int points, ReasonWords words) {
        this(score, treatment.code(), points, words);
        this.percent = BigDecimal.ZERO;
        this.treatment = treatment.id();
    }

    private ScoreItem(Score score, String name, int points, ReasonWords words) {
        this.id = UUID.randomUUID().toString();
        this.score = score.id();
        this.name = name;
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

    /** The treatment's id; empty for an indicator, and for what was scored before it was kept. */
    public String treatment() {
        return treatment;
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
