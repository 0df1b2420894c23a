package dev.kontor.api.form;

import dev.kontor.api.text.Text;
import java.util.List;

/**
 * What a person fills in on a page and a machine sends as JSON: the same names, the same checks, the same messages.
 *
 * @param sections shown one below the other, each with a heading
 * @param submit words of the button
 */
public record Form(List<Section> sections, Text submit) {

    public record Section(Text heading, List<Field> fields) {
        public Section {
            fields = List.copyOf(fields);
        }
    }

    public Form {
        sections = List.copyOf(sections);
    }

    public static Form of(Text submit, Field... fields) {
        return new Form(List.of(new Section(Text.plain(""), List.of(fields))), submit);
    }

    public List<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream()).toList();
    }
}
