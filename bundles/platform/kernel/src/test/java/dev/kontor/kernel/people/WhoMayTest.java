package dev.kontor.kernel.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.people.Role;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of docs/security.md: one line a command. */
@DisplayName("Who may do what with the company")
class WhoMayTest {

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "people.CreateAccount      | accounts/create       | admin.security",
                "people.DisableAccount     | accounts/disable      | admin.security",
                "people.EnableAccount      | accounts/enable       | admin.security",
                "people.ResetPassword      | accounts/reset        | admin.security",
                "people.ChangePassword     | accounts/password     | everybody",
                "people.IssueToken         | accounts/issue-token  | everybody",
                "people.RevokeToken        | accounts/revoke-token | everybody",
                "people.GrantRole          | roles/grant           | admin.security",
                "people.ConfirmGrant       | roles/confirm         | admin.security",
                "people.WithdrawRole       | roles/withdraw        | admin.security",
                "people.GiveDelegation     | delegations/give      | everybody",
                "people.WithdrawDelegation | delegations/withdraw  | everybody",
                "customer.SaveCustomer     | customers/save        | finance.credit sales.head sales.rep",
                "customer.SaveModel        | models/save           | sales.head",
                "time.OverrideDay          | calendars/override    | admin.system",
                "time.WithdrawDay          | calendars/withdraw    | admin.system",
                "recount.RecountDeadlines  | calendars/recount     | admin.system",
                "notice.ReadNotices        | notices/read          | everybody",
                "task.TakeTasks            | tasks/take            | everybody",
                "task.GiveBackTasks        | tasks/give-back       | everybody",
                "list.KeepFilter           | lists/keep            | everybody",
                "list.RenameFilter         | lists/rename          | everybody",
                "list.DropFilter           | lists/drop            | everybody",
                "list.ChooseColumns        | lists/columns         | everybody",
                "list.NoteExport           | lists/export          | everybody"
            })
    void isWrittenDown(String type, String name, String roles) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName("dev.kontor.kernel." + type).getConstructors()[0];
        Object[] nothing = new Object[constructor.getParameterCount()];
        CompanyCommand command = (CompanyCommand) constructor.newInstance(nothing);

        assertThat(command.name()).isEqualTo(name);
        Set<String> expected =
                roles.equals("everybody") ? Set.of() : Arrays.stream(roles.split(" ")).collect(Collectors.toSet());
        Set<String> actual = command.roles().stream().map(Role::value).collect(Collectors.toSet());
        assertThat(actual).isEqualTo(expected);
    }
}
