package io.eastwest.model.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.eastwest.model.issue.InvalidResourceException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DerivedViewsTest {
    @Nested
    class Endpoints {
        @Test
        void areReadyUntilTheyAreSaidNotToBe() {
            assertThat(Endpoint.builder().build().isReady()).isTrue();
            assertThat(endpoint(EndpointConditions.builder().build()).isReady()).isTrue();
            assertThat(endpoint(EndpointConditions.builder().ready(false).build())
                            .isReady())
                    .isFalse();
        }

        @Test
        void serveWhenTheyAreReadyUnlessTheySayOtherwise() {
            assertThat(EndpointConditions.builder().build().isServing()).isTrue();
            assertThat(EndpointConditions.builder().ready(false).build().isServing())
                    .isFalse();
            assertThat(EndpointConditions.builder().ready(false).serving(true).build())
                    .matches(EndpointConditions::isServing)
                    .matches(conditions -> !conditions.isTerminating());
        }

        private static Endpoint endpoint(EndpointConditions conditions) {
            return Endpoint.builder().conditions(conditions).build();
        }
    }

    @Nested
    class Addresses {
        @Test
        void ofAPodStartWithThePrimaryOneAndNameEachOnce() {
            Pod pod = Pod.builder()
                    .metadata(ObjectMeta.of("shop", "web"))
                    .status(PodStatus.builder()
                            .podIP("10.0.0.1")
                            .addPodIP(PodIp.builder().ip("10.0.0.1").build())
                            .addPodIP(PodIp.builder().ip("fd00::1").build())
                            .build())
                    .build();

            assertThat(pod.addresses()).containsExactly("10.0.0.1", "fd00::1");
        }

        @Test
        void areEmptyWhileNothingWasReported() {
            assertThat(Pod.builder()
                            .metadata(ObjectMeta.of("shop", "web"))
                            .build()
                            .addresses())
                    .isEmpty();
            assertThat(Node.builder().metadata(ObjectMeta.of("node")).build().addresses())
                    .isEmpty();
            assertThat(KubernetesService.builder()
                            .metadata(ObjectMeta.of("shop", "web"))
                            .build()
                            .loadBalancerIngress())
                    .isEmpty();
        }
    }

    @Nested
    class NumbersOrTexts {
        @Test
        void keepTheFormInWhichTheyWereWritten() {
            assertThat(IntOrString.of(TextNode.valueOf("8080"))).isEqualTo(IntOrString.of("8080"));
            assertThat(IntOrString.of(IntNode.valueOf(8080))).isEqualTo(IntOrString.of(8080));
            assertThat(IntOrString.of(8080)).isNotEqualTo(IntOrString.of("8080"));
            assertThat(IntOrString.of("http").<String>match(number -> "number", text -> text.value()))
                    .isEqualTo("http");
        }

        @Test
        void areNothingElse() {
            assertThatThrownBy(() -> IntOrString.of(DoubleNode.valueOf(1.5)))
                    .isInstanceOf(InvalidResourceException.class)
                    .hasMessageContaining("must be a number or a text");
            assertThatThrownBy(() -> IntOrString.of(LongNode.valueOf(1L << 31)))
                    .isInstanceOf(InvalidResourceException.class);
        }
    }

    @Test
    void aServiceWithoutAClusterAddressIsHeadless() {
        assertThat(ServiceSpec.builder().clusterIP("None").build().isHeadless()).isTrue();
        assertThat(ServiceSpec.builder().clusterIP("10.0.0.1").build().isHeadless())
                .isFalse();
        assertThat(ServiceSpec.empty().isHeadless()).isFalse();
    }

    @Test
    void kindsOfTheWholeClusterHaveNoNamespaceInTheirKey() {
        assertThat(Node.builder().metadata(ObjectMeta.of("a")).build().key()).hasToString("Node/a");
    }
}
