package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.JwtToken;
import io.eastwest.routing.fixture.ExplanationSchema;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.OmittedSteps;
import io.eastwest.routing.trace.TraceStep;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExplanationJsonTest {
    private static final Outcome LOST = Outcome.builder()
            .kind(Outcome.Kind.REFUSED)
            .share(Share.of(2, 6))
            .status(503)
            .flags("UH")
            .reason(Reason.NO_HEALTHY_UPSTREAM)
            .build();
    private static final Call CALL = Call.get("http://tea.shop/a").from("web", "shop", "east");
    private static final TraceStep STEP = TraceStep.builder()
            .proxy("east/shop/web-1")
            .stage(TraceStep.Stage.ROUTE)
            .taken(false)
            .candidate("canary")
            .addMismatch(new Mismatch("header x-user", "exact \"me\"", "absent"))
            .resource(ResourceKey.of("networking.istio.io", "VirtualService", "shop", "tea"))
            .path("spec.http[0]")
            .location("tea.yaml:7:5")
            .build();

    private static Explanation explanation(Call call) {
        ProxyAnswer answer = ProxyAnswer.builder().addOutcome(LOST).build();
        Decision decision = new Decision(
                call, Conditions.clusterDown("west"), List.of(LOST), List.of(), answer, List.of("note"), List.of());
        return new Explanation(
                decision, List.of(STEP), List.of(new OmittedSteps("east/shop/web-1", TraceStep.Stage.ROUTE, 7)));
    }

    @Test
    void isWrittenWithoutWhatIsEmpty() {
        assertThat(explanation(CALL).toJson()).isEqualTo("""
                {
                  "apiVersion": "eastwest.io/v1",
                  "kind": "Explanation",
                  "decision": {
                    "call": {
                      "caller": {
                        "workload": "web",
                        "namespace": "shop",
                        "cluster": "east",
                        "outside": false
                      },
                      "host": "tea.shop",
                      "port": 80,
                      "request": {
                        "authority": "tea.shop",
                        "method": "GET",
                        "path": "/a",
                        "version": "HTTP_1_1"
                      }
                    },
                    "conditions": {
                      "all": [
                        {
                          "type": "ClusterDown",
                          "cluster": "west"
                        }
                      ]
                    },
                    "outcomes": [
                      {
                        "closed": false,
                        "detail": "",
                        "flags": "UH",
                        "kind": "REFUSED",
                        "reason": "NO_HEALTHY_UPSTREAM",
                        "share": "1/3",
                        "status": 503
                      }
                    ],
                    "firstLeg": {
                      "outcomes": [
                        {
                          "closed": false,
                          "detail": "",
                          "flags": "UH",
                          "kind": "REFUSED",
                          "reason": "NO_HEALTHY_UPSTREAM",
                          "share": "1/3",
                          "status": 503
                        }
                      ]
                    },
                    "findings": [
                      "note"
                    ],
                    "firstTry": {
                      "outcomes": [
                        {
                          "closed": false,
                          "detail": "",
                          "flags": "UH",
                          "kind": "REFUSED",
                          "reason": "NO_HEALTHY_UPSTREAM",
                          "share": "1/3",
                          "status": 503
                        }
                      ]
                    }
                  },
                  "steps": [
                    {
                      "candidate": "canary",
                      "location": "tea.yaml:7:5",
                      "mismatches": [
                        {
                          "field": "header x-user",
                          "expected": "exact \\"me\\"",
                          "actual": "absent"
                        }
                      ],
                      "path": "spec.http[0]",
                      "proxy": "east/shop/web-1",
                      "resource": {
                        "group": "networking.istio.io",
                        "kind": "VirtualService",
                        "namespace": "shop",
                        "name": "tea"
                      },
                      "stage": "ROUTE",
                      "taken": false,
                      "why": ""
                    }
                  ],
                  "omitted": [
                    {
                      "proxy": "east/shop/web-1",
                      "stage": "ROUTE",
                      "candidates": 7
                    }
                  ]
                }
                """);
    }

    @Test
    void claimsKeepTheirValuesAndTheKindsOfTheirNumbers() {
        HttpRequest request = HttpRequest.builder()
                .authority("tea.shop")
                .token(JwtToken.builder()
                        .putClaim("small", 7)
                        .putClaim("large", 1L << 40)
                        .putClaim("huge", BigInteger.ONE.shiftLeft(100))
                        .putClaim("half", 0.5)
                        .putClaim("exact", new BigDecimal("0.1000000000000000055511151231257827"))
                        .putClaim("nested", Map.of("a", Arrays.asList("x", true, null)))
                        .build())
                .build();
        Explanation written = explanation(new Call(CALL.caller(), "tea.shop", 80, Optional.of(request)));

        assertThat(Explanation.fromJson(written.toJson())).isEqualTo(written);
        assertThat(ExplanationSchema.violations(written.toJson())).isEmpty();
    }

    @Nested
    class Reading {
        private final String json = explanation(CALL).toJson();

        private void refuses(String text, String... messages) {
            assertThatThrownBy(() -> Explanation.fromJson(text))
                    .isInstanceOf(InvalidResourceException.class)
                    .hasMessage(String.join("\n", messages));
        }

        private String changed(String from, String to) {
            assertThat(json).contains(from);
            return json.replace(from, to);
        }

        @Test
        void namesAFieldThatItDoesNotKnow() {
            String text = changed("\"port\": 80,", "\"port\": 80, \"prot\": 80,");

            refuses(
                    text,
                    "ERROR decision.call.prot: field is not known; use one of [caller, host, port, request, tls] UNKNOWN_FIELD");
            assertThat(ExplanationSchema.violations(text)).isNotEmpty();
        }

        @Test
        void namesEverythingThatIsWrong() {
            refuses(
                    changed("\"port\": 80,", "\"port\": \"80\",")
                            .replace("\"host\": \"tea.shop\",", "")
                            .replace("\"stage\": \"ROUTE\",\n      \"taken\"", "\"stage\": \"WAY\",\n      \"taken\""),
                    "ERROR decision.call: field host is missing; add it MISSING_FIELD",
                    "ERROR decision.call.port: must be a whole number of 32 bits WRONG_TYPE",
                    "ERROR steps[0].stage: must be one of " + List.of(TraceStep.Stage.values()) + " WRONG_TYPE");
        }

        @Test
        void refusesSharesThatAreNoFractions() {
            for (String share : List.of("1/0", "-1/3", "0.5", "1", "01/3", "1/3 ", "1/" + "1".repeat(10_000))) {
                String text = json.replace("\"1/3\"", '"' + share + '"');

                assertThatThrownBy(() -> Explanation.fromJson(text))
                        .as(share)
                        .hasMessageContaining("decision.outcomes[0].share: must be a fraction such as \"1/3\"");
            }
        }

        @Test
        void refusesConditionsOfUnknownKind() {
            assertThatThrownBy(() -> Explanation.fromJson(changed("ClusterDown", "MoonDown")))
                    .hasMessageStartingWith("ERROR decision.conditions.all[0].type: must be one of [")
                    .hasMessageContaining("ClusterDown, ")
                    .hasMessageEndingWith("] UNKNOWN_ENUM_VALUE");
        }

        @Test
        void refusesAFieldThatStandsTwice() {
            refuses(
                    changed("\"port\": 80,", "\"port\": 80, \"port\": 81,"),
                    "ERROR is not JSON: Duplicate field 'port' WRONG_TYPE");
        }

        @Test
        void refusesOtherDocumentsAndWhatIsBehindOne() {
            refuses(
                    changed("eastwest.io/v1", "eastwest.io/v2"),
                    "ERROR apiVersion: must be eastwest.io/v1 INVALID_VALUE");
            refuses("[]", "ERROR must be an object WRONG_TYPE");
            refuses("", "ERROR must be an object WRONG_TYPE");
            assertThatThrownBy(() -> Explanation.fromJson(json + "{}")).hasMessageContaining("is not JSON");
        }

        @Test
        void refusesDeepTextsWithoutReadingThem() {
            assertThatThrownBy(() -> Explanation.fromJson("[".repeat(1_000_000)))
                    .isInstanceOf(InvalidResourceException.class)
                    .hasMessageContaining("nesting depth");
        }
    }
}
