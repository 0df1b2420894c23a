package dev.kontor.kernel.task;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Several tasks that change hands in one command: those that can do so, the others stay as they are and are counted. */
final class HandTasks {

    private final OpenTasks tasks;

    HandTasks(OpenTasks tasks) {
        this.tasks = tasks;
    }

    static Form form(Text submit) {
        return Form.of(submit, Field.group("tasks", Text.of("kernel.tasks"), List.of(Field.hidden("id"))));
    }

    /** Order by order, in the order of their numbers. */
    Answer run(CompanyFile company, Values values, String done, BiPredicate<OrderFile, TaskId> hand) {
        SortedMap<OrderNumber, List<TaskId>> asked = new TreeMap<>(Comparator.comparing(OrderNumber::value));
        values.rows("tasks").forEach(row -> open(row.text("id"))
                .ifPresent(task -> asked.computeIfAbsent(task.order(), order -> new ArrayList<>()).add(task.id())));
        int handed = 0;
        for (OrderNumber order : asked.keySet()) {
            OrderFile file = company.order(order);
            handed += (int) asked.get(order).stream().filter(task -> hand.test(file, task)).count();
        }
        int left = values.rows("tasks").size() - handed;
        return Answer.of(left == 0 ? Text.of(done, handed) : Text.of(done + "-but", handed, left));
    }

    private Optional<Task> open(String id) {
        try {
            return tasks.task(TaskId.of(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
