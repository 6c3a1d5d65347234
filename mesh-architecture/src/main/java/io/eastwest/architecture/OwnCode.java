package io.eastwest.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import java.util.stream.Stream;

/** Tells written classes from generated ones. */
final class OwnCode {
    private static final String GENERATED = "org.immutables.value.Generated";

    private OwnCode() {}

    static DescribedPredicate<JavaClass> areOwnCode() {
        return DescribedPredicate.describe("are own code", OwnCode::isOwnCode);
    }

    static DescribedPredicate<JavaMember> belongToOwnCode() {
        return DescribedPredicate.describe("belong to own code", member -> isOwnCode(member.getOwner()));
    }

    private static boolean isOwnCode(JavaClass type) {
        return Stream.iterate(
                        type,
                        enclosed -> enclosed.getEnclosingClass().isPresent(),
                        enclosed -> enclosed.getEnclosingClass().orElseThrow())
                .noneMatch(enclosed -> enclosed.isAnnotatedWith(GENERATED));
    }
}
