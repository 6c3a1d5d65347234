package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConditionNotationProperties {
    @Property
    void whatIsWrittenReadsAsItself(@ForAll("conditions") Conditions conditions) {
        assertThat(Conditions.parse(conditions.notation())).isEqualTo(conditions);
    }

    @Property
    void andIsSetUnion(@ForAll("conditions") Conditions one, @ForAll("conditions") Conditions other) {
        assertThat(one.and(other)).isEqualTo(other.and(one));
        assertThat(one.and(one)).isEqualTo(one);
        assertThat(one.and(Conditions.healthy())).isEqualTo(one);
    }

    @Property
    void textsBehindEachOtherAreReadTogether(
            @ForAll("conditions") Conditions one, @ForAll("conditions") Conditions other) {
        Assume.that(!one.all().isEmpty() && !other.all().isEmpty());

        assertThat(Conditions.parse(one.notation() + " ;\n " + other.notation()))
                .isEqualTo(one.and(other));
    }

    @Property
    void anyTextIsReadOrRefusedWithAPosition(@ForAll("texts") String text) {
        Throwable thrown = catchThrowable(() -> Conditions.parse(text));

        if (thrown != null) {
            assertThat(thrown).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at ");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(
                "cluster", "down", "cut", "link", "pod", "a/b/c", "a", ";", " ", "healthy", "zone", "r/z", "x:1", "/",
                ":");
        return words.list().ofMaxSize(12).map(parts -> String.join(" ", parts));
    }

    @Provide
    Arbitrary<Conditions> conditions() {
        return condition().list().ofMaxSize(6).map(all -> new Conditions(new LinkedHashSet<>(all)));
    }

    private static Arbitrary<Condition> condition() {
        Arbitrary<String> name = Arbitraries.strings()
                .withChars("abz09-._:ÄÖ%\"[]")
                .ofMinLength(1)
                .ofMaxLength(12);
        Arbitrary<String> locality = name.list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("/", parts));
        return Arbitraries.oneOf(List.of(
                name.map(Condition.ClusterDown::new),
                name.map(Condition.NetworkDown::new),
                name.map(Condition.GatewayDown::new),
                name.map(Condition.GatewaysDown::new),
                name.map(Condition.ControlPlaneDown::new),
                name.map(Condition.AuthorityExpired::new),
                locality.map(Condition.LocalityDown::new),
                Combinators.combine(name, name).as(Condition.LinkCut::new),
                Combinators.combine(name, name).as(Condition.NodeDown::new),
                Combinators.combine(name, name, name).as(Condition.WorkloadDown::new),
                Combinators.combine(name, name, name).as(Condition.CertificateExpired::new),
                Combinators.combine(name, name, name).as((c, n, p) -> new Condition.PodDown(c + "/" + n + "/" + p)),
                Combinators.combine(name, name, name)
                        .as((c, n, p) ->
                                new Condition.HostEjected(c + "/" + n + "/" + p, "outbound|80||" + c, n + ":80")),
                Combinators.combine(
                                name,
                                Arbitraries.integers().between(0, 65_535),
                                Arbitraries.longs().between(0, 315_360_000_000L))
                        .as((host, port, age) ->
                                new Condition.EndpointJoined(host + ":" + port, Duration.ofMillis(age))),
                Combinators.combine(name, Arbitraries.integers().between(0, 65_535))
                        .as((host, port) -> new Condition.EndpointDown(host + ":" + port))));
    }
}
