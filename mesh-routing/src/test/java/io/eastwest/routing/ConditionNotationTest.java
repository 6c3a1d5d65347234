package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionNotationTest {
    @Nested
    class Written {
        @ParameterizedTest
        @CsvSource(delimiterString = " | ", textBlock = """
                endpoint 10.0.0.1:8080 down       | endpoint 10.0.0.1:8080 is down
                endpoint [fd00::1]:80 down        | endpoint [fd00::1]:80 is down
                pod c1/shop/web-1 down            | pod c1/shop/web-1 is down
                workload c1/shop/web down         | workload c1/shop/web is down
                node c1/node-1 down               | node c1/node-1 is down
                region r1 down                    | locality r1 is down
                zone r1/z1 down                   | locality r1/z1 is down
                subzone r1/z1/s1 down             | locality r1/z1/s1 is down
                cluster cluster-1 down            | cluster cluster-1 is down
                network n1 down                   | network n1 is down
                gateway 203.0.113.1 down          | gateway 203.0.113.1 is down
                gateways n1 down                  | gateways of network n1 are down
                link n1 n2 cut                    | link between n1 and n2 is cut
                control-plane c1 down             | control plane of c1 is down
                certificate c1/shop/web expired   | certificate of workload c1/shop/web has expired
                authority c1 expired              | certificate authority of c1 has expired
                host c1/a/b-1 outbound|80||api.a 10.0.0.1:80 ejected | c1/a/b-1 has ejected 10.0.0.1:80 from outbound|80||api.a
                """)
        void everyKindReadsAsItIsWritten(String notation, String told) {
            Conditions read = Conditions.parse(notation);

            assertThat(read.notation()).isEqualTo(notation);
            assertThat(read).hasToString(told);
        }

        @Test
        void severalStandBehindEachOther() {
            assertThat(Conditions.parse(" cluster cluster-1 down;\n link network1 network2 cut ; "))
                    .isEqualTo(Conditions.clusterDown("cluster-1").and(Conditions.linkCut("network2", "network1")));
        }

        @Test
        void nothingIsHealthy() {
            assertThat(Conditions.parse("healthy")).isEqualTo(Conditions.healthy());
            assertThat(Conditions.parse("  ")).isEqualTo(Conditions.healthy());
            assertThat(Conditions.healthy().notation()).isEqualTo("healthy");
        }

        @Test
        void theOrderOfALinkDoesNotMatter() {
            assertThat(Conditions.linkCut("b", "a")).isEqualTo(Conditions.linkCut("a", "b"));
        }
    }

    @Nested
    class Refused {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                custer a down             | at 0: there is no condition "custer"; accepted is endpoint
                cluster a up              | at 10: cluster is not complete; accepted is cluster <cluster> down
                cluster a down; pod x     | at 21: pod is not complete; accepted is pod <cluster>/<namespace>/<pod> down
                cluster a b down          | at 10: cluster takes one name; accepted is cluster <cluster> down
                pod a/b down              | at 4: pod: the form is <cluster>/<namespace>/<pod>, but this is "a/b"
                node a down               | at 5: node: the form is <cluster>/<node>, but this is "a"
                endpoint a down           | at 9: endpoint: the form is <address>:<port>, but this is "a"
                endpoint a:70000 down     | at 9: endpoint: the form is <address>:<port>, but this is "a:70000"
                zone r1 down              | at 5: "r1" is no zone; accepted is zone <region>/<zone> down
                region r1//x down         | at 7: locality: the form is
                link a-b cut              | at 5: a link is between two networks, but this is "a-b"
                ; cluster a down          | at 0: a condition is missing before the semicolon
                healthy; cluster a down   | at 0: there is no condition "healthy"
                """)
        void withThePositionAndWhatIsAccepted(String text, String message) {
            assertThatThrownBy(() -> Conditions.parse(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(message)
                    .hasMessageContaining("accepted is ");
        }

        @Test
        void textWithoutEnd() {
            assertThatThrownBy(() -> Conditions.parse("x".repeat(70_000)))
                    .hasMessage("conditions may have 65536 characters, but these have 70000");
            StringBuilder many = new StringBuilder();
            for (int i = 0; i <= 1000; i++) {
                many.append("cluster c").append(i).append(" down;");
            }
            assertThatThrownBy(() -> Conditions.parse(many.toString()))
                    .hasMessage("there may be 1000 conditions at once");
        }

        @Test
        void namesThatCannotBeWritten() {
            assertThatThrownBy(() -> Conditions.clusterDown("a b")).hasMessageContaining("\"a b\"");
            assertThatThrownBy(() -> Conditions.clusterDown("")).hasMessageContaining("1 to 512 characters");
            assertThatThrownBy(() -> Conditions.networkDown("a;b")).hasMessageContaining("semicolon");
            assertThatThrownBy(() -> Conditions.workloadDown("a", "b/c", "d")).hasMessageContaining("no slash");
        }
    }
}
