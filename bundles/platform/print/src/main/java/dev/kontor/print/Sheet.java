package dev.kontor.print;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.text.Text;
import java.util.List;

/** A paper as the XHTML that is laid out. Whatever was typed is text in it and nothing else. */
final class Sheet {

    /** The most columns of a page that stands upright. */
    private static final int UPRIGHT = 6;

    private final Spoken spoken;
    private final StringBuilder out = new StringBuilder(4096);

    private Sheet(Spoken spoken) {
        this.spoken = spoken;
    }

    static String of(Paper paper, Spoken spoken, String style) {
        return new Sheet(spoken).whole(paper, style);
    }

    private String whole(Paper paper, String style) {
        String title = spoken.say(paper.title());
        out.append("<html lang=\"").append(spoken.language().toLanguageTag()).append("\"><head><title>");
        words(title).append("</title><style>").append(style).append("</style></head><body class=\"").append(format(paper.blocks())).append("\"><h1>");
        words(title).append("</h1>");
        if (!paper.number().isBlank()) {
            out.append("<p class=\"number\">");
            words(paper.number()).append("</p>");
        }
        paper.blocks().forEach(this::block);
        signatures(paper.signatures());
        return out.append("</body></html>").toString();
    }

    /** Lists of many columns lie across. */
    private static String format(List<Block> blocks) {
        return blocks.stream().mapToInt(Sheet::columns).max().orElse(0) > UPRIGHT ? "wide" : "";
    }

    private static int columns(Block block) {
        if (block instanceof Block.Table table) {
            return table.columns().size();
        } else if (block instanceof Block.Listing listing) {
            return listing.headings().size();
        }
        return block instanceof Block.Section section ? section.blocks().stream().mapToInt(Sheet::columns).max().orElse(0) : 0;
    }

    private void block(Block block) {
        if (block instanceof Block.Facts facts) {
            facts(facts);
        } else if (block instanceof Block.Table table) {
            table(spoken.say(table.caption()), table.columns(), table.rows(), table.empty());
        } else if (block instanceof Block.Listing listing) {
            listing(listing);
        } else if (block instanceof Block.Note note) {
            element("p", "note", spoken.say(note.text()));
        } else if (block instanceof Block.Section section) {
            heading(section.heading());
            section.blocks().forEach(this::block);
        } else if (block instanceof Block.Steps steps) {
            heading(steps.heading());
            steps.steps().forEach(step -> element("p", "", spoken.say(step.name()) + "  " + spoken.say(step.detail())));
        } else if (block instanceof Block.Timeline timeline) {
            timeline(timeline);
        } else if (block instanceof Block.Schedule schedule) {
            schedule(schedule);
        } else if (block instanceof Block.Chart chart) {
            chart(chart);
        } else if (block instanceof Block.Figures figures) {
            facts(new Block.Facts(Text.plain(""), figures.figures().stream().map(each -> new Block.Fact(each.name(), each.value())).toList()));
        } else if (block instanceof Block.Source source) {
            heading(source.heading());
            source.words().lines().forEach(line -> element("p", "source", line));
        }
    }

    private void facts(Block.Facts facts) {
        heading(facts.heading());
        out.append("<table class=\"facts\">");
        for (Block.Fact fact : facts.facts()) {
            out.append("<tr><th>");
            words(spoken.say(fact.name())).append("</th><td>");
            words(spoken.text(fact.value())).append("</td></tr>");
        }
        out.append("</table>");
    }

    private void listing(Block.Listing listing) {
        List<Block.Column> columns = listing.headings().stream().map(Block.Heading::column).toList();
        for (Block.Group group : listing.groups()) {
            String name = spoken.say(group.heading());
            table(name.isBlank() ? spoken.say(listing.caption()) : name, columns,
                    group.rows().stream().map(Block.Row::cells).toList(), listing.empty());
        }
    }

    private void table(String caption, List<Block.Column> columns, List<List<Cell>> rows, Text empty) {
        element("h2", "", caption);
        if (rows.isEmpty()) {
            element("p", "", spoken.say(empty));
            return;
        }
        out.append("<table class=\"rows\"><thead><tr>");
        columns.forEach(column -> element("th", column.numeric() ? "numeric" : "", spoken.say(column.name())));
        out.append("</tr></thead><tbody>");
        for (List<Cell> row : rows) {
            out.append("<tr>");
            row.forEach(cell -> element("td", Spoken.isNumeric(cell) ? "numeric" : "", spoken.text(cell)));
            out.append("</tr>");
        }
        out.append("</tbody></table>");
    }

    private void timeline(Block.Timeline timeline) {
        heading(timeline.heading());
        for (Block.Event event : timeline.events()) {
            element("p", "", spoken.text(new Cell.Moment(event.at())) + "  " + spoken.say(event.who()) + "  " + spoken.say(event.what()));
        }
    }

    private void schedule(Block.Schedule schedule) {
        heading(schedule.heading());
        for (Block.Bar bar : schedule.bars()) {
            element("p", "", bar.first() + " – " + bar.last() + "  " + spoken.say(bar.lane()) + "  " + spoken.say(bar.name()));
        }
    }

    private void chart(Block.Chart chart) {
        heading(chart.heading());
        out.append("<table class=\"facts\">");
        for (Block.Beam beam : chart.beams()) {
            out.append("<tr><th>");
            words(spoken.say(beam.name())).append("</th><td class=\"numeric\">");
            words(spoken.text(new Cell.Amount(beam.amount()))).append("</td></tr>");
        }
        out.append("</table>");
    }

    private void signatures(List<Text> who) {
        if (who.isEmpty()) {
            return;
        }
        out.append("<table class=\"signatures\"><tr>");
        for (Text each : who) {
            out.append("<td>");
            words(spoken.say(each)).append("<br/><br/><br/>");
            words(spoken.say(Text.of("print.signed"))).append("</td>");
        }
        out.append("</tr></table>");
    }

    private void heading(Text heading) {
        element("h2", "", spoken.say(heading));
    }

    private void element(String name, String kind, String words) {
        if (words.isBlank() && !name.equals("td") && !name.equals("th")) {
            return;
        }
        out.append('<').append(name);
        if (!kind.isEmpty()) {
            out.append(" class=\"").append(kind).append('"');
        }
        out.append('>');
        words(words).append("</").append(name).append('>');
    }

    private StringBuilder words(String words) {
        words.codePoints().forEach(this::character);
        return out;
    }

    private void character(int point) {
        switch (point) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            case '\n' -> out.append("<br/>");
            default -> {
                if (point >= ' ' && !Character.isISOControl(point) && Character.isDefined(point) && !isHalf(point)) {
                    out.appendCodePoint(point);
                }
            }
        }
    }

    /** Half of a pair of characters that lost the other: no XML can say it. */
    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE || point == 0xFFFE || point == 0xFFFF;
    }
}
