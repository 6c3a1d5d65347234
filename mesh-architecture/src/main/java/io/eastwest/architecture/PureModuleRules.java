package io.eastwest.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.eastwest.architecture.OwnCode.areOwnCode;
import static io.eastwest.architecture.OwnCode.belongToOwnCode;

import org.junit.jupiter.api.Test;

/** The rules of a module whose answers depend on its arguments alone. */
public abstract class PureModuleRules extends ModuleRules {
    /**
     * Reads the main classes of a module.
     *
     * @param root root package of the module, such as {@code io.eastwest.routing}
     * @param allowedPackages packages of other modules and libraries that it may use, in ArchUnit's notation
     */
    protected PureModuleRules(String root, String... allowedPackages) {
        super(root, allowedPackages);
    }

    @Test
    final void neitherClockNorChanceNorLocaleIsAsked() {
        noClasses()
                .that(areOwnCode())
                .should()
                .accessTargetWhere(BannedCalls.IMPURE)
                .because("time, picks and languages arrive as arguments")
                .allowEmptyShould(true)
                .check(mainClasses());
    }

    @Test
    final void staticFieldsAreFinal() {
        fields().that()
                .areStatic()
                .and(belongToOwnCode())
                .should()
                .beFinal()
                .allowEmptyShould(true)
                .check(mainClasses());
    }
}
