package dev.kontor.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.page.Lists;
import dev.kontor.api.rule.DecisionFilter;
import dev.kontor.api.text.Text;
import dev.kontor.console.FakeReplays;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Lists of the console: narrowed, kept, ticked and taken away as files")
final class ListsTest extends Visitor {

    private HttpResponse<String> export(String path, String format) throws IOException, InterruptedException {
        String token = hidden(get("/orders").body(), "_token");
        return post("/export" + path, fields("_token", token, "format", format));
    }

    @Test
    void aListLeavesAsAFileThatTheJournalKnows() throws Exception {
        console.company.orderCount = 120;
        signIn("lina", "lina");
        HttpResponse<String> file = export("/orders?late=yes&words=%E6%B5%B7%20%26%201", "csv");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).matches("attachment; filename\\*=UTF-8''.+-2026-11-23\\.csv");
        assertThat(file.body()).startsWith("\uFEFF");
        assertThat(file.body().lines()).as("a heading and every row of every part").hasSize(121);
        assertThat(console.company.filters.get(console.company.filters.size() - 1).words()).isEqualTo("海 & 1");
        Request noted = console.company.requests.get(console.company.requests.size() - 1);
        assertThat(noted.command()).isEqualTo("lists/export");
        assertThat(noted.values().text("list")).isEqualTo("orders");
        assertThat(noted.values().text("query")).isEqualTo("late=yes&words=海 & 1");
    }

    @Test
    void theReportOfAReplayLeavesAsAFileToo() throws Exception {
        signIn("rules", "rules");
        assertThat(get("/replays/" + FakeReplays.ID).body()).contains("/export/replays/" + FakeReplays.ID);
        HttpResponse<String> file = export("/replays/" + FakeReplays.ID, "csv");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).contains("SO-2026");
    }

    @Test
    void nothingLeavesWithoutATokenOrWhenTheJournalRefuses() throws Exception {
        signIn("lina", "lina");
        assertThat(post("/export/orders", fields("format", "csv")).statusCode()).isEqualTo(403);
        assertThat(get("/export/orders?format=csv").statusCode()).isEqualTo(404);
        assertThat(export("/orders", "exe").statusCode()).isEqualTo(404);
        assertThat(export("/accounts", "csv").statusCode()).as("not hers to open").isEqualTo(403);
        assertThat(export("/account", "csv").statusCode()).as("no list").isEqualTo(404);
        console.company.refusal = Optional.of(Refused.because(Refused.Reason.UNAVAILABLE, Text.plain("The journal is away.")));
        HttpResponse<String> refused = export("/orders", "csv");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("The journal is away.").doesNotContain("SO-2026");
    }

    @Test
    void whatNarrowsAListStandsInItsAddressAndCanBeTakenOff() throws Exception {
        signIn("chen", "chen");
        String page = get("/orders?milestone=review.cleared&late=yes&sort=total&after=10&words=a%26b").body();

        assertThat(page)
                .contains("href=\"/orders?words=a%26b&amp;late=yes&amp;sort=total\"")
                .contains("href=\"/orders?milestone=review.cleared&amp;late=yes&amp;sort=total\"")
                .contains("name=\"query\" value=\"words=a%26b&amp;milestone=review.cleared&amp;late=yes&amp;sort=total\"")
                .contains("aria-sort=\"descending\"")
                .contains("sort=total&amp;rising=yes");
        assertThat(get("/orders?from=2026-02-30").statusCode()).isEqualTo(404);
        assertThat(get("/orders?sort=salary").statusCode()).isEqualTo(404);
        assertThat(get("/worklist?whose=everybody").statusCode()).isEqualTo(404);
    }

    @Test
    void aFilterThatWasKeptIsALinkAndTheOneShownCanBeRenamedAndRemoved() throws Exception {
        console.company.kept.add(new Lists.Kept("k-1", "orders", "Late ones", "late=yes"));
        console.company.kept.add(new Lists.Kept("k-2", "orders", "By <b>total</b>", "sort=total"));
        signIn("chen", "chen");
        String page = get("/orders?late=yes").body();

        assertThat(page)
                .contains("href=\"/orders?late=yes\" aria-current=\"true\"", "/do/lists/rename?subject=k-1", "/do/lists/drop?subject=k-1")
                .contains("href=\"/orders?sort=total\"", "By &lt;b&gt;total")
                .doesNotContain("subject=k-2", "action=\"/do/lists/keep\"");
        assertThat(get("/orders?late=no").body()).contains("action=\"/do/lists/keep\"");
    }

    @Test
    void chosenColumnsAreShownAndTheFirstAlways() throws Exception {
        console.company.columns = List.of("total", "nonsense");
        signIn("chen", "chen");
        String page = get("/orders").body();

        assertThat(page).contains("SO-2026-00148", "data-label=\"价税合计\"").doesNotContain("data-label=\"合同编号\"");
    }

    @Test
    void onlyTasksThatCanChangeHandsCanBeTicked() throws Exception {
        signIn("lina", "lina");
        String page = get("/worklist").body();

        assertThat(page).contains("formaction=\"/do/tasks/take\"", "formaction=\"/do/tasks/give-back\"", "name=\"_back\" value=\"/worklist\"");
        Matcher boxes = Pattern.compile("name=\"tasks\\[\\d]\\.id\" value=\"[0-9-]+(\\d)\"").matcher(page);
        List<String> ticked = new ArrayList<>();
        while (boxes.find()) {
            ticked.add(boxes.group(1));
        }
        assertThat(ticked).as("2 she took, 4 and 6 are hers by name, the others are her role's").containsExactly("1", "2", "3", "7");
    }

    @Test
    void whyASearchFoundAnOrderIsSaid() throws Exception {
        signIn("chen", "chen");
        post("/language", fields("_token", hidden(get("/orders").body(), "_token"), "language", "en", "back", "/orders"));
        assertThat(get("/search?words=%E8%BF%9D%E7%BA%A6%E9%87%91").body()).contains("Clause 9.1: ", "违约金");
        assertThat(get("/search?words=vm%20%EF%BC%91%EF%BC%90%EF%BC%96%EF%BC%90").body()).contains("Order lines: VM-1060L");
        assertThat(get("/search?words=licence").body()).contains("Other words of the order file");
    }

    @Test
    void decisionsAreNarrowedByTheirAddressAndSayWhereTheListGoesOn() throws Exception {
        signIn("chen", "chen");
        String page = get("/decisions?kind=check-failed&set=review%2Fjoint&from=2026-03-02").body();

        DecisionFilter asked = console.company.listedDecisions().get(0);
        assertThat(asked.kind()).contains(DecisionFilter.Kind.CHECK_FAILED);
        assertThat(asked.set()).isEqualTo("review/joint");
        assertThat(asked.from()).contains(LocalDate.of(2026, 3, 2));
        assertThat(page)
                .contains("href=\"/decisions/d-1\"", "rel=\"next\"", "不符合", "name=\"query\" value=\"set=review%2Fjoint&amp;kind=check-failed&amp;from=2026-03-02\"")
                .contains("正在补录");
        assertThat(get("/decisions?after=4711").body()).doesNotContain("正在补录", "rel=\"next\"");
        assertThat(get("/decisions?kind=guess").statusCode()).isEqualTo(404);
        assertThat(get("/decisions?order=SO-1").statusCode()).isEqualTo(404);
        assertThat(export("/decisions?kind=hold", "csv").body()).contains("会审", "SO-2026");
    }
}
