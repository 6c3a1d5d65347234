package io.eastwest.routing.scope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rules of one namespace for one host: load-balancing.md 1.1, 1.2, 1.4. Policies are told apart by their connection limit. */
class DestinationRuleMergeTest {
    private static final String FIRST = "trafficPolicy: {connectionPool: {tcp: {maxConnections: 1}}}";
    private static final String SECOND = "trafficPolicy: {connectionPool: {tcp: {maxConnections: 2}}}";
    private static final String SELECTOR = "workloadSelector: {matchLabels: {app: x}}";

    private static RuleLookup rules(String... specs) {
        RuleLookup lookup = new RuleLookup();
        for (int i = 0; i < specs.length; i++) {
            lookup.rule("shop", "{host: api, " + specs[i] + "}");
        }
        return lookup;
    }

    private static String subsets(String... names) {
        return "subsets: [{name: " + String.join("}, {name: ", names) + "}]";
    }

    @Nested
    class WithTheSameExport {
        @Test
        void theFirstPolicyAndTheFirstSubsetOfANameCount() {
            RuleLookup rules = rules(
                    FIRST + ", subsets: [{name: v1, labels: {of: a}}]",
                    SECOND + ", subsets: [{name: v1, labels: {of: b}}, {name: v2}]");

            assertThat(rules.seenBy("shop")).isEqualTo("1: v1 v2");
            assertThat(rules.rule("shop").subset("v1").orElseThrow().subset().labels())
                    .containsEntry("of", "a");
        }

        @Test
        void aRuleWithoutPolicyTakesThatOfTheNextAsAWhole() {
            assertThat(rules(subsets("v1"), SECOND).seenBy("shop")).isEqualTo("2: v1");
        }

        @Test
        void theOrderOfTheNamespacesInTheExportDoesNotMatter() {
            assertThat(rules("exportTo: [shop, web], " + FIRST, "exportTo: [web, shop], " + subsets("v1"))
                            .seenBy("shop"))
                    .isEqualTo("1: v1");
        }
    }

    @Nested
    class WithAnotherExport {
        @Test
        void everybodyWrittenAndLeftOutAreNotTheSameSoTheLastRuleCountsAlone() {
            assertThat(rules(FIRST + ", " + subsets("v1"), "exportTo: ['*'], " + SECOND + ", " + subsets("v2"))
                            .seenBy("shop"))
                    .isEqualTo("2: v2");
        }

        @Test
        void aWiderExportIsSwallowedByANarrowerOne() {
            RuleLookup rules =
                    rules("exportTo: [ns2], " + FIRST, "exportTo: [ns2, ns3], " + SECOND + ", " + subsets("v2"));

            assertThat(rules.seenBy("ns2")).isEqualTo("1: v2");
            assertThat(rules.seenBy("ns3")).isEqualTo("none");
        }

        @Test
        void aRuleMayBeMergedAndStandAlone() {
            assertThat(rules(subsets("a"), "exportTo: ['*'], " + subsets("b"), subsets("c"))
                            .seenBy("shop"))
                    .isEqualTo("-: c");
        }
    }

    @Nested
    class WithASelector {
        @Test
        void subsetsOfTheGeneralRuleStayThere() {
            RuleLookup rules = rules(subsets("v1"), SELECTOR + ", " + FIRST);

            assertThat(rules.seenBy("shop", "app", "x")).isEqualTo("1: ");
            assertThat(rules.seenBy("shop")).isEqualTo("-: v1");
        }

        @Test
        void aWiderGeneralRuleIsMergedIntoItAndStandsAlone() {
            RuleLookup rules = rules("exportTo: [., ns2], " + SECOND + ", " + subsets("v1"), SELECTOR);

            assertThat(rules.seenBy("shop", "app", "x")).isEqualTo("2: v1");
            assertThat(rules.seenBy("shop")).isEqualTo("2: v1");
        }

        @Test
        void aPrivateGeneralRuleIsMergedIntoItAndLostForOtherPods() {
            RuleLookup rules = rules("exportTo: [.], " + SECOND + ", " + subsets("v1"), SELECTOR);

            assertThat(rules.seenBy("shop", "app", "x")).isEqualTo("2: v1");
            assertThat(rules.seenBy("shop")).isEqualTo("none");
        }

        @Test
        void equalSelectorsAreMergedAndDifferentOnesAreNot() {
            RuleLookup rules = rules(
                    SELECTOR + ", " + FIRST,
                    SELECTOR + ", " + subsets("v1"),
                    "workloadSelector: {matchLabels: {app: y}}, " + SECOND);

            assertThat(rules.seenBy("shop", "app", "x")).isEqualTo("1: v1");
            assertThat(rules.seenBy("shop", "app", "y")).isEqualTo("2: ");
            assertThat(rules.seenBy("shop", "app", "z")).isEqualTo("none");
        }

        @Test
        void theExportOfTheRuleIsIgnored() {
            RuleLookup rules = rules("exportTo: ['*'], " + SELECTOR + ", " + FIRST);

            assertThat(rules.seenBy("ns2", "app", "x")).isEqualTo("none");
            assertThat(rules.seenBy("shop", "app", "x")).isEqualTo("1: ");
        }
    }
}
