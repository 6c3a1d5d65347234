package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.reader.ManifestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Section 6.4 of multicluster.md: kubeconfigs that istiod takes. */
class KubeconfigTest {
    private static final String GOOD = """
            apiVersion: v1
            kind: Config
            clusters: [{name: c2, cluster: {server: https://192.0.2.2:6443, certificate-authority-data: Q0E=}}]
            users: [{name: u, user: {token: t}}]
            contexts: [{name: x, context: {cluster: c2, user: u}}]
            current-context: x
            """;

    private static String problem(String text, String... allowed) {
        return Kubeconfig.problem(text, new TreeSet<>(Set.of(allowed))).orElse("taken");
    }

    private static String changed(String replaced, String by) {
        assertThat(GOOD).contains(replaced);
        return problem(GOOD.replace(replaced, by));
    }

    @Test
    void oneAsIstioctlWritesItIsTaken() {
        assertThat(problem(GOOD)).isEqualTo("taken");
    }

    @Test
    void oneThatCannotBeReadIsRefused() {
        assertThat(problem("")).isEqualTo("is empty");
        assertThat(problem("[")).isEqualTo("cannot be read");
        assertThat(problem("text")).isEqualTo("cannot be read");
    }

    @Test
    void contextUserAndClusterMustBeThere() {
        assertThat(changed("current-context: x", "")).isEqualTo("has no current-context");
        assertThat(changed("current-context: x", "current-context: y"))
                .isEqualTo("has no context \"y\", which is its current one");
        assertThat(changed("user: u", "user: v")).isEqualTo("has no user \"v\", which context \"x\" names");
        assertThat(changed("cluster: c2,", "")).isEqualTo("names no cluster in context \"x\"");
        assertThat(changed("server: https://192.0.2.2:6443,", "")).isEqualTo("has no server for cluster \"c2\"");
        assertThat(changed("[{name: u, user: {token: t}}]", "[{name: u}, {name: u}]"))
                .isEqualTo("names \"u\" twice among its users");
    }

    @Test
    void usersOfAllContextsCount() {
        assertThat(changed("[{name: u,", "[{name: other, user: {tokenFile: /t}}, {name: u,"))
                .isEqualTo("uses tokenFile, which istiod refuses");
    }

    @Test
    void waysToAuthenticateMustBeSafe() {
        assertThat(changed("token: t", "auth-provider: {name: oidc}")).isEqualTo("taken");
        assertThat(changed("token: t", "auth-provider: {name: gcp}"))
                .isEqualTo("uses auth-provider \"gcp\", which istiod refuses");
        assertThat(changed("token: t", "client-certificate-data: Q0VSVA==, client-key-data: S0VZ"))
                .isEqualTo("taken");
        assertThat(changed("token: t", "client-certificate-data: Q0VSVA=="))
                .isEqualTo("has a client certificate without key for user \"u\"");
        assertThat(changed("token: t", "client-certificate-data: Q0VSVA==, client-key: /k"))
                .isEqualTo("uses client-key, which istiod refuses");
        assertThat(changed("token: t", "token: t, username: n"))
                .isEqualTo("has both token and password for user \"u\"");
    }

    @Test
    void unsafeWaysCanBeAllowedByName() {
        String gcp = GOOD.replace("token: t", "auth-provider: {name: gcp}");
        String exec = GOOD.replace("token: t", "exec: {command: aws}");

        assertThat(problem(gcp, "gcp")).isEqualTo("taken");
        assertThat(problem(exec, "exec", "gcp")).isEqualTo("taken");
        assertThat(problem(exec, "gcp", "tokenFile")).isEqualTo("uses exec, which istiod refuses");
    }

    @Test
    void filesOfIstiodsOwnAccountAloneAreThere() {
        String data = "certificate-authority-data: Q0E=";

        assertThat(changed(data, "certificate-authority: /var/run/secrets/kubernetes.io/serviceaccount/ca.crt"))
                .isEqualTo("taken");
        assertThat(changed(data, "certificate-authority: /home/me/ca.crt"))
                .isEqualTo("reads file /home/me/ca.crt, which istiod does not have");
        assertThat(changed(data, data + ", certificate-authority: /ca.crt"))
                .isEqualTo("has two certificate authorities for cluster \"c2\"");
    }

    /** What istiod itself said to each. */
    @Test
    void theRecordedOnesAreTakenAndRefusedAsRecorded() throws IOException {
        Path folder = Path.of(System.getProperty("eastwest.shared", "shared"), "install", "secrets");
        assumeThat(folder).as("eastwest.shared does not hold install/secrets").exists();
        JsonNode given =
                read(folder.resolve("input.yaml")).path("clusters").path(0).path("kubeconfigs");
        JsonNode facts =
                read(folder.resolve("facts.yaml")).path("clusters").path(0).path("kubeconfigs");

        assertThat(given.size()).isEqualTo(facts.size()).isPositive();
        for (int i = 0; i < given.size(); i++) {
            JsonNode fact = facts.path(i);
            String said = problem(given.path(i).path("kubeconfig").toString());
            assertThat(said.equals("taken"))
                    .as(
                            "%s: %s, but istiod: %s",
                            fact.path("of").asText(), said, fact.path("istiod").asText())
                    .isEqualTo(fact.path("istiod").asText().equals("accepted"));
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return ManifestReader.pruning()
                .readValue(JsonNode.class, file.toString(), Files.readString(file))
                .orThrow();
    }
}
