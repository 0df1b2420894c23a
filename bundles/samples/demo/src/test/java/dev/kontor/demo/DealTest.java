package dev.kontor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DealTest {

    @Test
    void everyStageIsShownByADeal() {
        assertThat(Deal.ALL).extracting(Deal::stage).containsAll(Arrays.asList(Deal.Stage.values()));
    }

    @Test
    void everyTurnIsTakenByADeal() {
        assertThat(Deal.ALL).extracting(Deal::turn).containsAll(Arrays.asList(Deal.Turn.values()));
    }

    @Test
    void dealsNameBuyersAndMachinesThatExist() {
        assertThat(Deal.ALL).allMatch(deal -> deal.buyer() < Catalogue.BUYERS.size() && deal.machine() < Catalogue.MACHINES.size());
    }

    @Test
    void aFormIsFilledWithWhatIsWantedThenWhatStandsThereThenSomethingAcceptable() {
        Text label = Text.plain("");
        Form form = Form.of(label, Field.text("a", label), Field.text("b", label), Field.yesNo("c", label), Field.text("d", label).optional());

        Values filled = Filling.of(form, new Values(Map.of("a", "old", "b", "stands")), Map.of("a", "wanted"), LocalDate.of(2026, 3, 2));

        assertThat(filled.all()).isEqualTo(Map.of("a", "wanted", "b", "stands", "c", "yes"));
    }

    @Test
    void paperIsAPdf() {
        assertThat(new String(Paper.of(List.of("Sales contract")), StandardCharsets.US_ASCII)).startsWith("%PDF-").contains("startxref");
    }
}
