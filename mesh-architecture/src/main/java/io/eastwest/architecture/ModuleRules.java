package io.eastwest.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.eastwest.architecture.OwnCode.areOwnCode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The rules that every library module keeps. A module extends this class once and names what it may depend on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ModuleRules {
    private static final List<String> ALLOWED_EVERYWHERE = List.of("java..", "org.jspecify..", "org.immutables..");

    private final String root;
    private final String[] allowedPackages;
    private final JavaClasses mainClasses;

    /**
     * Reads the main classes of a module.
     *
     * @param root root package of the module, such as {@code io.eastwest.model}
     * @param allowedPackages packages of other modules and libraries that it may use, in ArchUnit's notation
     */
    protected ModuleRules(String root, String... allowedPackages) {
        this.root = root;
        this.allowedPackages = Stream.of(List.of(root + ".."), ALLOWED_EVERYWHERE, List.of(allowedPackages))
                .flatMap(List::stream)
                .toArray(String[]::new);
        this.mainClasses = new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/"))
                .importPackages(root);
    }

    /** {@return the main classes of the module, generated ones included} */
    protected final JavaClasses mainClasses() {
        return mainClasses;
    }

    @Test
    final void mainClassesAreFound() {
        if (mainClasses.isEmpty()) {
            throw new AssertionError("no class of " + root + " was found, so no rule was checked");
        }
    }

    @Test
    final void dependsOnAllowedPackagesOnly() {
        classes()
                .that(areOwnCode())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowedPackages)
                .allowEmptyShould(true)
                .check(mainClasses);
    }

    @Test
    final void packagesAreFreeOfCycles() {
        slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(mainClasses);
    }

    @Test
    final void generatedImplementationsAreHidden() {
        noClasses()
                .that()
                .haveSimpleNameStartingWith("Immutable")
                .should()
                .bePublic()
                .allowEmptyShould(true)
                .check(mainClasses);
    }

    @Test
    final void collectionsKeepTheirOrder() {
        noClasses()
                .that(areOwnCode())
                .should()
                .accessTargetWhere(BannedCalls.UNORDERED)
                .because("the same input must give the same bytes on every JVM")
                .allowEmptyShould(true)
                .check(mainClasses);
    }

    @Test
    final void publicSimpleNamesAreUnique() {
        Map<String, List<String>> namesakes = mainClasses.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getName, Collectors.toList())));

        namesakes.values().removeIf(names -> names.size() == 1);

        if (!namesakes.isEmpty()) {
            throw new AssertionError("public types that share a simple name: " + namesakes);
        }
    }
}
