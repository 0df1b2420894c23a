package dev.kontor.console;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.rule.DecisionRecord;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.Reconsiderations;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One parameter was close; an order of less than two millions would not need what was required. */
record FakeReconsiderations(DecisionRecord decision) implements Reconsiderations {

    @Override
    public NearMisses nearMisses(String id, Person reader) {
        Parameter large = new Parameter("review/joint", "large-order-from", BigDecimal.valueOf(2_000_000), "CNY", decision.day(),
                decision.conclusions().get(0).conclusion().clause());
        Compared total = new Compared(Text.plain("订单"), Text.plain("价税合计"), new BigDecimal("2098000.00"));
        return new NearMisses(
                List.of(new NearMiss(large, decision.sets().get(0), new BigDecimal("2098000.01"), Optional.of(total), decision.conclusions(), List.of())),
                List.of(new NearFact(Text.plain("授信账户"), Text.plain("额度"), new BigDecimal("500000"), "CNY", new BigDecimal("515000"), decision.conclusions(), List.of())),
                30, false);
    }

    @Override
    public Sheet sheet(String id, Person reader) {
        Form form = Form.of(Text.plain("试算"), Field.choice("versions", Text.plain("版本"), List.of(new Field.Option("cited", Text.plain("当时")))),
                Field.amount("f0-total", Text.plain("价税合计")).optional());
        return new Sheet(form, new Values(Map.of("versions", "cited", "f0-total", "2098000.00")));
    }

    @Override
    public Outcome whatIf(String id, Values typed, Person reader) {
        if (!typed.text("f0-total").matches("\\d+")) {
            throw Refused.at("f0-total", Text.plain("这里须填金额。"));
        }
        boolean large = typed.number("f0-total").orElseThrow().compareTo(BigDecimal.valueOf(2_000_000)) >= 0;
        return new Outcome(decision.sets(), decision.day(), decision.conclusions(), large ? decision.conclusions() : List.of());
    }
}
