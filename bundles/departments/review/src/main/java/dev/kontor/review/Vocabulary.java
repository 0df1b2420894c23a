package dev.kontor.review;

import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.task.TaskKind;

/** The names that the review department brings. */
public final class Vocabulary {

    /** How the preliminary review names itself as the asker of an issue. */
    public static final String PRELIMINARY_ASKER = "review";

    public static final TaskKind PRELIMINARY = new TaskKind("review.preliminary");
    /** Leadership confirms a special approval, or not. */
    public static final TaskKind APPROVAL = new TaskKind("review.approval");
    public static final TaskKind OPINION = new TaskKind("review.opinion");
    /** Sales owes an answer; the asker's clock stands still meanwhile. */
    public static final TaskKind ANSWER = new TaskKind("review.answer");
    /** The objector says whether the proposed solution will do. */
    public static final TaskKind SOLUTION = new TaskKind("review.solution");
    /** Entry's: correct the order and submit it again. */
    public static final TaskKind RESUBMIT = new TaskKind("entry.resubmit");

    /** Entry's: complete the draft of a contract, or change it after objections, and ask for its review. */
    public static final TaskKind DRAFT = new TaskKind("entry.draft");
    /** A draft under review is to be signed or dropped; when this ends, the contract review ends. */
    public static final TaskKind SIGNING = new TaskKind("contract.signing");

    public static final MilestoneName TERMINATED = MilestoneName.REVIEW_TERMINATED;

    public static final ConsultationPoint AT_PRELIMINARY = new ConsultationPoint("review/preliminary");
    public static final ConsultationPoint AT_JOINT = new ConsultationPoint("review/joint");
    public static final ConsultationPoint AT_RESUBMISSION = new ConsultationPoint("review/resubmission");
    public static final ConsultationPoint AT_CONTRACT = new ConsultationPoint("review/contract");
    public static final ConsultationPoint AT_CREDIT = new ConsultationPoint("finance/credit");

    public static final DocumentKind SOLUTION_DOCUMENT = new DocumentKind("review.solution");

    private Vocabulary() {}
}
