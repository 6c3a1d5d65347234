package io.eastwest.routing.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Percentage;

class ShareProperties {
    @Property
    void additionIsCommutativeAndUndoneBySubtraction(@ForAll("shares") Share left, @ForAll("shares") Share right) {
        assertThat(left.plus(right)).isEqualTo(right.plus(left));
        assertThat(left.plus(right).minus(right)).isEqualTo(left);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void multiplicationDistributesOverAddition(
            @ForAll("shares") Share first, @ForAll("shares") Share second, @ForAll("shares") Share third) {
        assertThat(first.times(second.plus(third)))
                .isEqualTo(first.times(second).plus(first.times(third)));
    }

    @Property
    void orderAgreesWithDecimals(@ForAll("shares") Share left, @ForAll("shares") Share right) {
        int expected = left.numerator()
                .multiply(right.denominator())
                .compareTo(right.numerator().multiply(left.denominator()));

        assertThat(left.compareTo(right)).isEqualTo(expected);
        assertThat(left.compareTo(right) == 0).isEqualTo(left.equals(right));
    }

    @Property
    void toDoubleIsClose(@ForAll("shares") Share share) {
        double exact = new BigDecimal(share.numerator())
                .divide(new BigDecimal(share.denominator()), MathContext.DECIMAL128)
                .doubleValue();

        assertThat(share.toDouble()).isCloseTo(exact, Percentage.withPercentage(1e-12));
    }

    @Provide
    Arbitrary<Share> shares() {
        Arbitrary<Long> tops = Arbitraries.longs().between(0, Long.MAX_VALUE);
        Arbitrary<Long> bottoms = Arbitraries.longs().between(1, Long.MAX_VALUE);
        return Combinators.combine(tops, bottoms).as(Share::of);
    }
}
