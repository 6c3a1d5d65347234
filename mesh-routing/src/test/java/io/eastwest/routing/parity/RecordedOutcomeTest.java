package io.eastwest.routing.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.OutcomeBuilder;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.Reason;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecordedOutcomeTest {
    @Nested
    class AnAccessDecision {
        private final RecordedOutcome byName =
                denied("rbac_access_denied_matched_policy[ns[mill]-policy[no-farm]-rule[0]]");
        private final RecordedOutcome byNobody = denied("rbac_access_denied_matched_policy[none]");

        @Test
        void namesThePolicyThatDenies() {
            assertThat(byName.is(
                            rbac().detail("ns[mill]-policy[no-farm]-rule[0]").build()))
                    .isTrue();
            assertThat(byName.is(
                            rbac().detail("ns[mill]-policy[no-farm]-rule[1]").build()))
                    .isFalse();
            assertThat(byName.is(rbac().build())).isFalse();
        }

        @Test
        void namesNoPolicyWhenNoneAllows() {
            assertThat(byNobody.is(rbac().detail("none").build())).isTrue();
            assertThat(byNobody.is(
                            rbac().detail("ns[mill]-policy[no-farm]-rule[0]").build()))
                    .isFalse();
        }

        private RecordedOutcome denied(String detail) {
            return RecordedOutcome.one(
                    Trees.object()
                            .put("kind", "refused")
                            .put("status", 403)
                            .put("flags", "-")
                            .put("detail", detail),
                    1);
        }

        private OutcomeBuilder rbac() {
            return Outcome.builder()
                    .kind(Outcome.Kind.REFUSED)
                    .share(Share.ONE)
                    .status(403)
                    .reason(Reason.RBAC_DENIED);
        }
    }

    @Nested
    class SharesOfOutcomes {
        private final List<RecordedOutcome> recorded = RecordedOutcome.of(ParityYaml.parse("""
                        result: {kind: forwarded, status: 200, flags: "-"}
                        outcomes:
                        - {kind: forwarded, status: 200, flags: "-", hits: 750}
                        - {kind: refused, status: 503, flags: NC, detail: cluster_not_found, hits: 250}
                        """), 1000);

        @Test
        void withinTheBoundAreEqual() {
            assertThat(compare(Share.of(3, 4), Share.of(1, 4))).isEmpty();
        }

        @Test
        void outsideTheBoundDiffer() {
            assertThat(compare(Share.of(1, 2), Share.of(1, 2))).hasSize(2);
        }

        private List<Difference> compare(Share forwarded, Share refused) {
            Outcome missing = Outcome.builder()
                    .kind(Outcome.Kind.REFUSED)
                    .share(refused)
                    .status(503)
                    .flags("NC")
                    .reason(Reason.CLUSTER_NOT_FOUND)
                    .build();
            ProxyAnswer answer = ProxyAnswer.builder()
                    .addOutcomes(Sample.forwarded(forwarded), missing)
                    .build();
            Differences differences = new Differences();
            OutcomeComparison.compare(recorded, 1000, answer, differences);
            return differences.found();
        }
    }

    @Test
    void aDetailThatStandsForNoReasonIsADifference() {
        JsonNode result = Trees.object().put("kind", "refused").put("detail", "something_new");
        Differences differences = new Differences();

        RecordedOutcome.one(result, 1)
                .compare(
                        "result",
                        Outcome.builder()
                                .kind(Outcome.Kind.REFUSED)
                                .share(Share.ONE)
                                .reason(Reason.OTHER)
                                .build(),
                        differences);

        assertThat(differences.found()).extracting(Difference::field).containsExactly("result.detail");
    }
}
