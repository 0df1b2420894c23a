package dev.kontor.entry;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.order.Order;
import dev.kontor.api.paper.Paper;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.FakePrinter;
import dev.kontor.testkit.RuleBook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 9.1: the order information is filed with the cleared order (R-9.1)")
final class OrderSheetTest {

    @Test
    void aClearedOrderHasItsInformationAsAPaper() {
        FakePrinter printer = new FakePrinter();
        Order order = anOrder().build();
        FakeOrderFile file = new FakeOrderFile(order, RuleBook.of(List.of()));

        new OrderSheet(Optional.of(printer)).file(file);

        assertThat(file.documents()).extracting(Document::kind).extracting(Object::toString).containsExactly("entry.order");
        Paper paper = printer.printed().get(0);
        assertThat(paper.number()).isEqualTo(order.number() + " / 1");
        assertThat(paper.toString())
                .contains(order.contract().number().written(), order.customerName(), order.lines().get(0).model())
                .contains(order.payment().instalments().get(0).amount().toString());
    }

    @Test
    void whileNothingPrintsTheFileComesAgain() {
        FakeOrderFile file = new FakeOrderFile(anOrder().build(), RuleBook.of(List.of()));
        OrderSheet sheet = new OrderSheet(Optional.empty());

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> sheet.file(file))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.UNAVAILABLE));
        assertThat(file.documents()).isEmpty();
    }
}
