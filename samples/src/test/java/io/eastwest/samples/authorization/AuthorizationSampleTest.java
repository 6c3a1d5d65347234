package io.eastwest.samples.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.question.AccessCell;
import io.eastwest.routing.question.AccessCell.Verdict;
import io.eastwest.routing.question.AccessRow;
import io.eastwest.routing.question.IneffectivePolicies;
import io.eastwest.routing.question.IneffectivePolicy;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Who may call a service, by which rule, and which rules do nothing? */
class AuthorizationSampleTest {
    private static final List<AccessRow> ROWS =
            AuthorizationSample.access(AuthorizationSample.router()).rows();

    @Test
    void onlyFrontendsMayCall() {
        assertThat(ROWS.stream().filter(AccessRow::mayCall).map(AccessRow::principal))
                .isNotEmpty()
                .containsOnly("cluster.local/ns/my-frontend/sa/frontend");
        assertThat(ROWS.stream()
                        .filter(AccessRow::mayCall)
                        .map(row -> row.caller().cluster()))
                .containsExactly("cluster-1", "cluster-2");
        assertThat(ROWS.stream().map(AccessRow::mayCall)).contains(false);
    }

    @Test
    void frontendMayReadOrdersByOneRuleOnly() {
        List<AccessCell> allowed = frontend(cell -> cell.verdict() == Verdict.ALLOWED);

        assertThat(allowed).isNotEmpty().allSatisfy(cell -> {
            assertThat(cell.methods()).isEqualTo("GET");
            assertThat(cell.path()).startsWith("/orders").doesNotStartWith("/orders/admin/");
            assertThat(cell.because()).contains("frontend-reads spec.rules[0]");
            assertThat(cell.location()).matches("clusters/cluster-\\d/authorization\\.yaml:\\d+:\\d+");
        });
    }

    @Test
    void administrationIsDeniedToTheFrontend() {
        List<AccessCell> administration = frontend(cell -> cell.path().startsWith("/orders/admin/"));

        assertThat(administration).isNotEmpty().allSatisfy(cell -> {
            assertThat(cell.verdict()).isEqualTo(Verdict.DENIED);
            assertThat(cell.because()).contains("no-administration");
        });
    }

    @Test
    void whatAnotherPolicyAllowsNeedNotBeAllowedAgain() {
        assertThat(IneffectivePolicies.of(AuthorizationSample.router()).policies())
                .isNotEmpty()
                .allSatisfy(each -> {
                    assertThat(each.policy().name()).isEqualTo("frontend-audits");
                    assertThat(each.reason()).isEqualTo(IneffectivePolicy.Reason.COVERED);
                })
                .extracting(IneffectivePolicy::cluster)
                .contains("cluster-1", "cluster-2");
    }

    @Test
    void answerTellsBoth() {
        assertThat(AuthorizationSample.answer()).startsWith("""
                        == Who may call a service, by which rule, and which rules do nothing? ==

                        Access:
                        Who may call mybackend-app.my-backend:8080
                        """).contains("\nWithout an effect:\nCLUSTER ");
    }

    private static List<AccessCell> frontend(Predicate<AccessCell> which) {
        return ROWS.stream()
                .filter(row -> row.principal().endsWith("/sa/frontend"))
                .flatMap(row -> row.cells().stream())
                .filter(which)
                .toList();
    }
}
