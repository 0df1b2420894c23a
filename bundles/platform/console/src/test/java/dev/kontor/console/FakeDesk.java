package dev.kontor.console;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Takes every request and keeps it, unless it is told to refuse. */
final class FakeDesk {

    private final FakeCompany company;
    private final FakeOrders orders;
    private final FakeRecords records;

    FakeDesk(FakeCompany company, FakeOrders orders, FakeRecords records) {
        this.company = company;
        this.orders = orders;
        this.records = records;
    }

    static Text en(String words) {
        return Text.plain(words);
    }

    /** A form with every kind of field. */
    static Form form() {
        List<Field.Option> verdicts = List.of(new Field.Option("no-objection", en("无异议")), new Field.Option("objection", en("异议")));
        List<Field.Option> means = List.of(new Field.Option("transfer", en("电汇")), new Field.Option("bank-acceptance-bill", en("银行承兑汇票")),
                new Field.Option("sight", en("即期信用证")), new Field.Option("usance", en("远期信用证")), new Field.Option("lease", en("融资租赁")));
        return new Form(List.of(
                new Form.Section(en("合同"), List.of(
                        Field.text("contract", en("合同编号")).withClause("3.2").withHint(en("与纸质合同一致")),
                        Field.text("customer", en("客户")).suggesting("customer"),
                        Field.date("signed-on", en("签订日期")).withHint(en("最后一方签字的日期，录入时限从此日起算")),
                        Field.amount("total", en("价税合计")).optional(),
                        Field.choice("means", en("付款方式"), means).optional(),
                        Field.choice("verdict", en("审核结论"), verdicts),
                        Field.yesNo("partial", en("可分批交货")),
                        Field.choices("why", en("理由"), verdicts).optional(),
                        Field.hidden("subject"))),
                new Form.Section(en("订单明细"), List.of(Field.group("lines", en("订单明细"), List.of(
                        Field.text("model", en("设备型号")).suggesting("model"),
                        Field.text("name", en("名称")),
                        Field.number("quantity", en("数量")),
                        Field.choice("unit", en("单位"), List.of(new Field.Option("台", en("台")), new Field.Option("套", en("套")))),
                        Field.amount("price", en("单价")),
                        Field.number("tax", en("税率 %")).optional())).withHint(en("每台设备一行")))),
                new Form.Section(en("说明与附件"), List.of(
                        Field.longText("remarks", en("备注")).optional(),
                        Field.password("password", en("密码")).optional(),
                        Field.file("scan", en("合同扫描件")).withClause("3.1")))), en("提交"));
    }

    /** What is drawn under a report. */
    private static Desk.Offer drawing(String command) {
        Document report = new Document("d-7", new OrderNumber("SO-2026-00001"), new DocumentKind("logistics.acceptance-form"), "report.pdf",
                "application/pdf", 9, "ab".repeat(32), PersonId.SYSTEM, Instant.EPOCH);
        Form form = Form.of(en("提交"), Field.hidden("report"), Field.text("signatory", en("签署人")), Field.file("drawing", en("签名")).suggesting("drawing"))
                .reading(List.of(report));
        return new Desk.Offer(command, en("屏幕手写签名"), Optional.empty(), Optional.empty(), form, new Values(Map.of("report", "of-now")), 5);
    }

    Desk.Offer offer(String command, Optional<OrderNumber> order) {
        if (command.equals("logistics/too-early")) {
            Form early = Form.missing(en("没有可信任的机构。"), en("电子认证服务机构"), "logistics/providers");
            return new Desk.Offer(command, en("提出客户的签署方"), Optional.empty(), Optional.empty(), early, Values.NONE, -1);
        }
        if (command.equals("logistics/draw")) {
            return drawing(command);
        }
        List<Values> rows = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            rows.add(new Values(Map.of("model", "VM-106" + i, "name", "立式加工中心", "quantity", "" + i, "unit", "台", "price", "486000.00", "tax", "13")));
        }
        Values initial = command.equals("entry/save") ? new Values(Map.of("contract", "HT-2026-0931", "lines", rows, "verdict", "no-objection")) : Values.NONE;
        return new Desk.Offer(command, en(command.equals("review/opine") ? "提交审核意见" : "填写订单"), order, Optional.empty(), form(), initial, 5);
    }

    Desk desk() {
        return new Desk() {
            @Override
            public Answer submit(Request request) {
                company.requests.add(request);
                company.refusal.ifPresent(refused -> {
                    throw refused;
                });
                return Answer.of(Text.plain("已提交。"), FakeCompany.ORDER);
            }

            @Override
            public List<Offer> offers(OrderNumber order, Person person) {
                return List.of(FakeDesk.this.offer("review/opine", Optional.of(order)), FakeDesk.this.offer("entry/save", Optional.of(order)));
            }

            @Override
            public Offer offer(String command, Optional<OrderNumber> order, Optional<TaskId> task, Person person) {
                company.away.ifPresent(away -> {
                    throw away;
                });
                if (command.equals("no/such")) {
                    throw Refused.because(Refused.Reason.NOT_FOUND, Text.plain("没有此操作。"));
                }
                return FakeDesk.this.offer(command, order);
            }

            @Override
            public Offer offer(String command, String subject, Person person) {
                return offer(command, Optional.empty(), Optional.empty(), person);
            }

            @Override
            public List<Known> commands() {
                return List.of();
            }

            @Override
            public <R> R read(Supplier<R> reading) {
                if (company.defect != null) {
                    throw company.defect;
                }
                return reading.get();
            }

            @Override
            public <R> R read(OrderNumber order, Person reader, Function<OrderView, R> reading) {
                return reading.apply(view(reader));
            }
        };
    }

    OrderView view(Person reader) {
        return (OrderView) java.lang.reflect.Proxy.newProxyInstance(FakeDesk.class.getClassLoader(), new Class<?>[] {OrderView.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "number" -> FakeCompany.ORDER;
                    case "summary" -> orders.summary(148);
                    case "order" -> Optional.of(orders.content());
                    case "actor" -> reader;
                    case "documents" -> List.of(FakeRecords.document());
                    case "decisions" -> List.of(records.taken());
                    case "words" -> records.words();
                    case "milestones" -> orders.milestones().stream().map(Milestone::name).collect(Collectors.toSet());
                    case "now" -> FakeCompany.NOW;
                    case "today" -> FakeCompany.TODAY;
                    default -> List.of();
                });
    }
}
