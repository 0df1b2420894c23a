package dev.kontor.console.form;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.page.Block;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A form as it is drawn: what it asks for, what stands in it, and what was wrong with it.
 *
 * @param id distinguishes forms on one page
 * @param address where it goes, without a leading slash
 * @param key under which the desk gives one answer to however many requests
 * @param files names of files taken in before, by handle
 * @param grown names of groups that get one more empty row
 */
public record FormSheet(
        String id,
        Desk.Offer offer,
        String address,
        String key,
        Values values,
        Map<String, String> files,
        List<Refused.Gap> gaps,
        Optional<Text> refusal,
        List<String> grown) {

    /** Of a form that changes nothing: no command takes it. */
    public static FormSheet of(Block.Inquiry inquiry) {
        Desk.Offer nobody = new Desk.Offer("", inquiry.form().submit(), Optional.empty(), Optional.empty(), inquiry.form(), inquiry.stand(), -1);
        return new FormSheet("inquiry", nobody, inquiry.page(), "", inquiry.stand(), Map.of(), inquiry.gaps(), Optional.empty(), List.of());
    }

    public Form form() {
        return offer.form();
    }

    /** A text as long as a file would be too large for an address-like body. */
    public boolean multipart() {
        return form().fields().stream().anyMatch(FormSheet::hasFile);
    }

    private static boolean hasFile(Field field) {
        return field.kind() == Field.Kind.FILE || isCode(field) || field.fields().stream().anyMatch(FormSheet::hasFile);
    }

    /** Whether it is the text of a file, shown with the numbers of its lines. */
    public static boolean isCode(Field field) {
        return field.kind() == Field.Kind.LONG_TEXT && field.suggestions().equals("code");
    }

    /** The HTML id of the field at a path, {@code lines[2].quantity}. */
    public String idOf(String path) {
        return id + "-" + path.replace("[", "-").replace("].", "-");
    }

    public List<Text> gapsAt(String path) {
        return gaps.stream().filter(gap -> gap.field().equals(path)).map(Refused.Gap::message).toList();
    }

    /** Gaps at fields that this form does not have, or that are not shown. */
    public List<Refused.Gap> homeless() {
        return gaps.stream().filter(gap -> !shown(form().fields(), gap.field())).toList();
    }

    private static boolean shown(List<Field> fields, String path) {
        String name = path.replaceFirst("[\\[.].*", "");
        return fields.stream().anyMatch(field -> field.name().equals(name) && field.kind() != Field.Kind.HIDDEN);
    }

    /** The label of the field at a path, with the number of its row; empty of one that is not shown. */
    public Optional<Label> label(String path) {
        String name = path.replaceFirst("[\\[.].*", "");
        Optional<Field> field = form().fields().stream()
                .filter(found -> found.name().equals(name) && found.kind() != Field.Kind.HIDDEN)
                .findFirst();
        if (field.isEmpty() || !path.contains("].")) {
            return field.map(found -> new Label(found.label(), 0, found.label()));
        }
        String inner = path.substring(path.indexOf("].") + 2);
        int row = row(path);
        return field.get().fields().stream()
                .filter(found -> found.name().equals(inner))
                .findFirst()
                .map(found -> new Label(field.get().label(), row, found.label()));
    }

    private static int row(String path) {
        String digits = path.replaceFirst(".*?\\[(\\d{1,6})].*", "$1");
        return digits.matches("\\d+") ? Integer.parseInt(digits) + 1 : 0;
    }

    /** @param row from 1; 0 for a field that stands in no row */
    public record Label(Text group, int row, Text field) {}

    /** The rows to draw: those filled in, and an empty one where there would be none or one is wanted. */
    public List<Values> rows(Field group) {
        List<Values> rows = new ArrayList<>(values.rows(group.name()));
        if (rows.isEmpty() || grown.contains(group.name())) {
            rows.add(Values.NONE);
        }
        return rows;
    }

    public String fileName(String handle) {
        return Objects.toString(files.get(handle), handle.substring(0, Math.min(12, handle.length())));
    }

    /** A handle of a file that stands in a field already; empty if none. */
    public static String handle(Values values, String field) {
        return values.upload(field).map(upload -> upload.digest()).orElse(values.text(field));
    }
}
