package dev.kontor.api.page;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A part of a page. The list is closed: the console knows how to draw each, REST how to serve it. */
public sealed interface Block {

    /** Names and values (a description list). */
    record Facts(Text heading, List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    record Fact(Text name, Cell value) {}

    /**
     * A table.
     *
     * @param rows each as many cells as there are columns
     * @param next address of the following page, below the console's root; empty on the last
     * @param empty what to do when there is no row
     */
    record Table(Text caption, List<Column> columns, List<List<Cell>> rows, String next, Text empty) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** @param numeric aligned to the right */
    record Column(Text name, boolean numeric) {
        public static Column of(Text name) {
            return new Column(name, false);
        }

        public static Column number(Text name) {
            return new Column(name, true);
        }
    }

    /** The form of a command; the console asks the desk for it. {@code subject} is for company commands. */
    record Ask(String command, Optional<OrderNumber> order, Optional<TaskId> task, String subject) implements Block {
        public static Ask company(String command, String subject) {
            return new Ask(command, Optional.empty(), Optional.empty(), subject);
        }
    }

    /** A form that changes nothing: it opens {@code page} with its fields in the address. */
    record Search(String page, Text label, String value, List<Field> filters) implements Block {}

    /** A form that changes nothing: it opens {@code page} with its values in the address. {@code stand} is as typed. */
    record Inquiry(String page, Form form, Values stand, List<Refused.Gap> gaps) implements Block {}

    /**
     * What narrows a list: a form whose fields go into the address of the list.
     *
     * @param list path of the list's page
     * @param fields one named {@code words} is drawn as the search
     * @param stand what the fields stand at
     * @param chips what narrows the list now
     * @param kept filters that the reader kept under a name
     * @param query the part of the address that narrows and sorts, to be kept under a name; empty if nothing does
     */
    record Filter(String list, List<Field> fields, Values stand, List<Chip> chips, List<Kept> kept, String query) implements Block {
        public Filter {
            fields = List.copyOf(fields);
            chips = List.copyOf(chips);
            kept = List.copyOf(kept);
        }
    }

    /** @param without the address without it */
    record Chip(Text name, Text value, String without) {}

    /** @param current whether the list shows it now */
    record Kept(String id, String name, String href, boolean current) {}

    /**
     * A long list: sorted by its headings, shown in parts, its rows grouped, ticked and worked on together.
     *
     * @param groups in their order; one without a heading if they are not grouped
     * @param next address of the following part, below the console's root; empty on the last
     * @param empty what to do when there is no row
     * @param work what can be done with the rows that are ticked
     * @param columns what may be shown; none where there is no choice
     */
    record Listing(
            Text caption,
            List<Heading> headings,
            List<Group> groups,
            String next,
            Text empty,
            Optional<Work> work,
            Optional<Choice> columns)
            implements Block {
        public Listing {
            headings = List.copyOf(headings);
            groups = List.copyOf(groups);
        }
    }

    /** @param href where the list stands sorted by this column, or the other way round; empty if it cannot be sorted by it */
    record Heading(Column column, String href, Sorted sorted) {}

    /** How a list stands by a column. */
    enum Sorted { NO, RISING, FALLING }

    record Group(Text heading, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of a long list.
     *
     * @param id what a command calls it; empty if it cannot be ticked
     * @param name what it is, for those who do not see it
     */
    record Row(String id, Text name, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * Work on several rows at once.
     *
     * @param group the commands' group of rows, whose field {@code id} is the row's
     */
    record Work(String group, List<Bulk> commands) {
        public Work {
            commands = List.copyOf(commands);
        }
    }

    record Bulk(String command, Text words) {}

    /** Columns a reader may choose among, for the list of that path. */
    record Choice(String list, List<Pick> picks) {
        public Choice {
            picks = List.copyOf(picks);
        }
    }

    record Pick(String id, Text name, boolean shown) {}

    /** Figures at a glance, each with the page behind it. */
    record Figures(List<Figure> figures) implements Block {
        public Figures {
            figures = List.copyOf(figures);
        }
    }

    record Figure(Text name, Cell value, Cell.Tone tone, String href) {}

    /** A message. */
    record Note(Cell.Tone tone, Text text) implements Block {}

    /** Where something stands in a row of steps. */
    record Steps(Text heading, List<Step> steps) implements Block {
        public Steps {
            steps = List.copyOf(steps);
        }
    }

    /** @param state {@code done}, {@code open} or {@code ahead} */
    record Step(Text name, String state, Text detail) {}

    /** What happened, newest first. */
    record Timeline(Text heading, List<Event> events, String next) implements Block {
        public Timeline {
            events = List.copyOf(events);
        }
    }

    /** @param altered the fields that it changed, before beside after */
    record Event(Instant at, Text who, Text what, List<Cell> details, List<Altered> altered, Cell.Tone tone) {

        public Event {
            details = List.copyOf(details);
            altered = List.copyOf(altered);
        }
    }

    record Altered(Text field, Text before, Text after) {}

    /** A year, month by month. Days that are not listed are working days; {@code today} is marked. */
    record Year(Text heading, int year, List<SpecialDay> days, LocalDate today) implements Block {

        public Year {
            days = List.copyOf(days);
        }
    }

    /**
     * @param kind {@code rest}, {@code off}, {@code make-up} or {@code work}: a day of the weekend, a public day off, a
     *     working day at a weekend, a working day that a notice or the company names
     * @param own set by the company and not by a notice
     */
    record SpecialDay(LocalDate day, String kind, Text name, boolean own) {}

    /**
     * A document to look at without keeping it: an image is drawn, a PDF is shown in a frame of its own.
     *
     * @param type media type found from the content
     * @param href of the content, below the console's root
     */
    record Preview(Text heading, String type, String href) implements Block {}

    /** Lines of a file; {@code marks} stand at their line. */
    record Source(Text heading, String words, List<Mark> marks) implements Block {
        public Source {
            marks = List.copyOf(marks);
        }
    }

    record Mark(int line, int column, Text message) {}

    /** Two versions of a text, line by line. */
    record Difference(Text heading, String before, String after) implements Block {}

    /**
     * What lies beside what in time (甘特图), drawn with a list of the same.
     *
     * @param bars in the order of their lanes
     * @param today marked
     */
    record Schedule(Text heading, List<Bar> bars, LocalDate today) implements Block {
        public Schedule {
            bars = List.copyOf(bars);
        }
    }

    /**
     * @param lane what is busy: a work centre
     * @param first and {@code last}: inclusive
     * @param href page behind it, below the console's root; may be empty
     */
    record Bar(Text lane, Text name, LocalDate first, LocalDate last, Cell.Tone tone, String href) {}

    /** Amounts beside each other, drawn with a table of the same. All of one currency; none is negative. @param of what they are */
    record Chart(Text heading, Text of, List<Beam> beams) implements Block {
        public Chart {
            beams = List.copyOf(beams);
        }
    }

    /** @param href page behind it, below the console's root; may be empty */
    record Beam(Text name, Money amount, Cell.Tone tone, String href) {}

    /** Parts of one page, one of which is shown. */
    record Tabs(List<Tab> tabs) implements Block {
        public Tabs {
            tabs = List.copyOf(tabs);
        }
    }

    /** @param href below the console's root, without a leading slash */
    record Tab(Text name, String href, boolean current) {}

    /** Blocks under a heading, which can be folded away. */
    record Section(Text heading, List<Block> blocks, boolean open) implements Block {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }
}
