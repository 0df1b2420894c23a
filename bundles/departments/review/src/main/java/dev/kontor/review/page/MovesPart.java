package dev.kontor.review.page;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.RuleSetPart;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.text.Text;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.Round;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads from the page of a set that has a say in rounds to the rounds that are open. */
@Component
public final class MovesPart implements RuleSetPart {

    private static final String POINT = Vocabulary.AT_JOINT.value();

    private final ReviewBook book;

    @Activate
    public MovesPart(@Reference ReviewBook book) {
        this.book = book;
    }

    @Override
    public Set<Role> roles() {
        return MovesPage.READERS;
    }

    @Override
    public List<Block> show(String set, Person reader) {
        if (!set.equals(POINT) && !set.endsWith("/" + POINT.replace('/', '.'))) {
            return List.of();
        }
        List<List<SetVersion>> stands = book.openRounds(Integer.MAX_VALUE).stream().map(Round::sets).toList();
        List<SetVersion> versions = stands.stream().flatMap(List::stream).filter(each -> each.set().equals(set)).distinct().toList();
        List<Block.Fact> facts = versions.stream()
                .map(version -> new Block.Fact(
                        Text.plain("#%d %s".formatted(version.number(), version.shortDigest())),
                        Cell.words(Text.of("review.rounds-on", stands.stream().filter(each -> each.contains(version)).count()))))
                .toList();
        Block.Fact more = new Block.Fact(
                Text.of("review.moves"), new Cell.Link(Text.of("review.moves-look"), MovesPage.PATH, "refresh"));
        return List.of(new Block.Facts(Text.of("review.rounds"), Stream.concat(facts.stream(), Stream.of(more)).toList()));
    }
}
