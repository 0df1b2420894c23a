package dev.kontor.aftersales;

import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.task.TaskKind;
import java.util.List;

/** The names that after-sales brings. */
public final class Vocabulary {

    public static final DepartmentId AFTERSALES = new DepartmentId("aftersales");

    /** The customer is owed a first answer. */
    public static final TaskKind RESPONSE = new TaskKind("aftersales.response");
    /** The service itself is owed. */
    public static final TaskKind RESOLUTION = new TaskKind("aftersales.resolution");
    public static final TaskKind VISIT = new TaskKind("aftersales.visit");
    public static final TaskKind IMPROVEMENT = new TaskKind("aftersales.improvement");
    /** Somebody else looks whether an improvement was made. */
    public static final TaskKind VERIFICATION = new TaskKind("aftersales.verification");
    public static final TaskKind RETROSPECTIVE = new TaskKind("aftersales.retrospective");
    /** A recipient is to read the retrospective. */
    public static final TaskKind READING = new TaskKind("aftersales.reading");

    public static final ConsultationPoint AT_WARRANTY = new ConsultationPoint("aftersales/warranty");
    public static final ConsultationPoint AT_SERVICE = new ConsultationPoint("aftersales/service");
    public static final ConsultationPoint AT_VISITS = new ConsultationPoint("aftersales/visits");
    public static final ConsultationPoint AT_IMPROVEMENT = new ConsultationPoint("aftersales/improvement");
    public static final ConsultationPoint AT_RETROSPECTIVE = new ConsultationPoint("aftersales/retrospective");

    /** Finance's: what is due, and until when. */
    public static final ConsultationPoint AT_FINANCE_DUE = new ConsultationPoint("finance/due");

    /** The customer's confirmation of a service, and whatever else after-sales hands to the archive. */
    public static final DocumentKind RECORD = new DocumentKind("aftersales.record");

    /** Who stands for the departments that carry every order out. */
    public static final List<Role> DEPARTMENTS = List.of(
            Role.SALES_HEAD, Role.PRODUCTION_PLANNER, Role.PRODUCTION_PURCHASER, Role.PRODUCTION_INSPECTOR, Role.LOGISTICS_CLERK,
            Role.FINANCE_CLERK, Role.LEGAL_REVIEWER, Role.AFTERSALES_ENGINEER);

    private Vocabulary() {}
}
