package dev.kontor.api.rule.facts;

/**
 * A task at its deadline, as the sweep shows it to {@code <department>/deadlines}.
 *
 * @param kind and {@code subject}: of the task
 * @param role who owes it
 * @param holder the person who holds it; the role when nobody does
 * @param lastDay ISO 8601
 * @param workingDaysLeft 0 on the last day, negative when overdue
 * @param overdue the deadline has passed
 */
public record TaskDue(
        String task, String kind, String subject, String role, String holder, String lastDay, int workingDaysLeft, boolean overdue) {}
