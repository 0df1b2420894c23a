package dev.kontor.archive;

import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.task.TaskKind;

/** The names by which the platform and the rules know the archive's things. */
public final class Archive {

    public static final DepartmentId ID = new DepartmentId("archive");

    /** The subject is the number of the volume among the order's. */
    public static final TaskKind FILE = new TaskKind("archive.file");

    /** The subject is the kind of document that somebody owes. */
    public static final TaskKind SUPPLY = new TaskKind("archive.supply");

    public static final ConsultationPoint COMPLETENESS = new ConsultationPoint("archive/completeness");
    public static final ConsultationPoint RETENTION = new ConsultationPoint("archive/retention");
    public static final ConsultationPoint DISPOSAL = new ConsultationPoint("archive/disposal");
    public static final ConsultationPoint DEADLINES = new ConsultationPoint("archive/deadlines");

    private Archive() {}
}
