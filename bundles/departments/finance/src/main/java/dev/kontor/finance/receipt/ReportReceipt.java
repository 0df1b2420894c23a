package dev.kontor.finance.receipt;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.ContractNumber;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.finance.Currencies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finance has received money for which there is no order: a finding, an order outside the flow. */
@Component
public final class ReportReceipt implements CompanyCommand {

    private final StrayReceipts receipts;

    @Activate
    public ReportReceipt(@Reference StrayReceipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public String name() {
        return "finance/report-receipt";
    }

    @Override
    public Text title() {
        return Text.of("finance.report-receipt");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.FINANCE_REVIEWER, Role.FINANCE_CREDIT);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("finance.report-receipt-submit"),
                Field.text("voucher", Text.of("finance.voucher")).withClause("3.2"),
                Field.text("payer", Text.of("finance.payer")),
                Field.amount("amount", Text.of("finance.amount")),
                Currencies.field(Optional.empty()),
                Field.date("received-on", Text.of("finance.received-on")),
                Field.text("contract", Text.of("finance.contract")).optional().withHint(Text.of("finance.contract-hint")),
                Field.longText("remarks", Text.of("finance.remarks")).optional());
    }

    @Override
    public Values initial(Person person, String subject) {
        return new Values(Map.of("currency", "CNY"));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        check(company, values);
        StrayReceipt receipt = new StrayReceipt(
                values.text("payer"),
                Money.rounded(values.number("amount").orElseThrow(), values.text("currency")),
                values.date("received-on").orElseThrow(),
                values.text("voucher"),
                values.text("contract"),
                values.text("remarks"));
        receipt.report(company.actor().id().value(), company.now());
        receipts.keep(receipt);
        Text said = Text.of("finance.receipt-reported", receipt.voucher(), receipt.amount(), receipt.payer());
        company.note("finance.receipt-reported", said, List.of(
                new Change("voucher", "", receipt.voucher()), new Change("contract", "", values.text("contract"))));
        return Answer.of(said).goingTo("finance/outside").withId(receipt.id());
    }

    private void check(CompanyFile company, Values values) {
        ReceiptChecks.common(company.today(), values, Optional.empty());
        if (values.text("contract").length() > 64) {
            throw Refused.at("contract", Text.of("finance.contract-long"));
        }
        if (receipts.byVoucher(values.text("voucher")).isPresent()) {
            throw Refused.at("voucher", Text.of("finance.voucher-taken"));
        }
        if (values.has("contract")) {
            receipts.ordersOf(new ContractNumber(values.text("contract")), company.actor()).stream().findFirst().ifPresent(order -> {
                throw Refused.at("contract", Text.of("finance.receipt-has-order", order.number().value()));
            });
        }
    }
}
