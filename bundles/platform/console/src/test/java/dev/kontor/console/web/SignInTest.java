package dev.kontor.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Signing in, and what is refused before")
final class SignInTest extends Visitor {

    @Test
    void nobodySeesAPageBeforeSigningIn() throws Exception {
        HttpResponse<String> answer = get("/orders?words=x");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/sign-in?next=%2Forders%3Fwords%3Dx");
    }

    @Test
    void theSessionCookieIsOutOfReachForScriptsAndOtherSites() throws Exception {
        HttpResponse<String> answer = signIn("lina", "lina");

        String cookie = answer.headers().allValues("Set-Cookie").stream().filter(found -> found.startsWith("kontor=")).findFirst().orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("Domain");
        assertThat(answer.headers().firstValue("Location")).contains("/worklist");
    }

    @Test
    void wrongPasswordsAndTooManyAttemptsAreToldApartFromNothingElse() throws Exception {
        assertThat(signIn("lina", "x").statusCode()).isEqualTo(401);
        HttpResponse<String> throttled = signIn("busy", "x");
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.body()).contains("30 seconds");
    }

    @Test
    void nextNeverLeadsToAnotherHost() throws Exception {
        String token = hidden(get("/sign-in").body(), "_token");
        HttpResponse<String> answer =
                post("/sign-in", fields("name", "lina", "password", "lina", "_token", token, "next", "//evil.example/x"));

        assertThat(answer.headers().firstValue("Location")).contains("/evil.example/x");
    }

    @Test
    void aOneTimePasswordIsChangedBeforeAnythingElse() throws Exception {
        assertThat(signIn("lina", "once").headers().firstValue("Location")).contains("/do/accounts/password");
        assertThat(get("/worklist").headers().firstValue("Location")).contains("/do/accounts/password");
        assertThat(get("/do/accounts/password").statusCode()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        signIn("lina", "lina");
        String token = hidden(get("/worklist").body(), "_token");

        assertThat(post("/sign-out", fields("_token", token)).statusCode()).isEqualTo(303);
        assertThat(get("/worklist").statusCode()).isEqualTo(303);
    }
}
