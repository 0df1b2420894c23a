package dev.kontor.api.form;

import dev.kontor.api.document.Document;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * What a person fills in on a page and a machine sends as JSON: the same names, the same checks, the same messages.
 *
 * @param sections shown one below the other, each with a heading
 * @param submit words of the button
 * @param reading what is to be read before it is filled in; shown as links over the fields
 * @param missing what has to be there before; shown in place of the fields, and whatever is handed in is refused with its words
 */
public record Form(List<Section> sections, Text submit, List<Document> reading, Optional<Missing> missing) {

    public record Section(Text heading, List<Field> fields) {
        public Section {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Something without which the form cannot be filled in: a choice that nobody has put anything into, say.
     *
     * @param words what is missing and who sees to it
     * @param page of that name it is seen to
     * @param address of the page, without a leading slash
     */
    public record Missing(Text words, Text page, String address) {}

    public Form {
        sections = List.copyOf(sections);
        reading = List.copyOf(reading);
    }

    /** One that can be filled in. */
    public Form(List<Section> sections, Text submit, List<Document> reading) {
        this(sections, submit, reading, Optional.empty());
    }

    /** One before which nothing has to be read. */
    public Form(List<Section> sections, Text submit) {
        this(sections, submit, List.of());
    }

    /** One that cannot be filled in yet. */
    public static Form missing(Text words, Text page, String address) {
        return new Form(List.of(), Text.plain(""), List.of(), Optional.of(new Missing(words, page, address)));
    }

    public static Form of(Text submit, Field... fields) {
        return new Form(List.of(new Section(Text.plain(""), List.of(fields))), submit);
    }

    /** @param documents of the order that the form is about */
    public Form reading(List<Document> documents) {
        return new Form(sections, submit, documents, missing);
    }

    public List<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream()).toList();
    }
}
