package io.eastwest.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.charset.Charset;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** Calls of the JDK that make an answer depend on more than the arguments. */
final class BannedCalls {
    /** Collections that do not keep an order. */
    static final DescribedPredicate<JavaAccess<?>> UNORDERED = DescribedPredicate.describe(
            "makes a collection without an order", access -> isUnordered(access.getTarget()));

    /** Clocks, chance, the default locale and charset, and the settings of the running JVM. */
    static final DescribedPredicate<JavaAccess<?>> IMPURE = DescribedPredicate.describe(
            "asks a clock, chance, or a default of the running JVM", access -> isImpure(access.getTarget()));

    private static final String CONSTRUCTOR = "<init>";
    private static final List<String> DEFAULT_CHARSET_READERS = List.of(
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.InputStreamReader",
            "java.io.OutputStreamWriter",
            "java.io.PrintStream",
            "java.util.Scanner");

    private BannedCalls() {}

    private static boolean isUnordered(AccessTarget target) {
        if (isOn(target, HashMap.class) || isOn(target, HashSet.class)) {
            return target.getName().equals(CONSTRUCTOR);
        }
        if (isOn(target, Map.class)) {
            return isNamed(target, "of", "ofEntries", "copyOf");
        }
        if (isOn(target, Set.class)) {
            return isNamed(target, "of", "copyOf");
        }
        return isOn(target, Collectors.class) && isUnorderedCollector(target);
    }

    private static boolean isUnorderedCollector(AccessTarget target) {
        return switch (target.getName()) {
            case "toSet", "toUnmodifiableSet", "toUnmodifiableMap" -> true;
            case "toMap" -> parameters(target) < 4;
            case "groupingBy" -> parameters(target) < 3;
            default -> false;
        };
    }

    private static boolean isImpure(AccessTarget target) {
        return readsClock(target) || readsChance(target) || readsDefaults(target);
    }

    private static boolean readsClock(AccessTarget target) {
        if (isOn(target, Clock.class)) {
            return target.getName().startsWith("system") || target.getName().startsWith("tick");
        }
        if (isOn(target, System.class)) {
            return isNamed(target, "nanoTime", "currentTimeMillis");
        }
        return target.getOwner().getPackageName().startsWith("java.time")
                && target.getName().equals("now")
                && !takes(target, Clock.class);
    }

    private static boolean readsChance(AccessTarget target) {
        if (isOn(target, Random.class) || isOn(target, SecureRandom.class) || isOn(target, SplittableRandom.class)) {
            return target.getName().equals(CONSTRUCTOR);
        }
        return (isOn(target, ThreadLocalRandom.class) && isNamed(target, "current"))
                || (isOn(target, UUID.class) && isNamed(target, "randomUUID"))
                || (isOn(target, Math.class) && isNamed(target, "random"));
    }

    private static boolean readsDefaults(AccessTarget target) {
        if (isOn(target, String.class)) {
            return readsDefaultsOfString(target);
        }
        if (isOn(target, System.class)) {
            return isNamed(target, "getenv", "getProperty", "getProperties", "lineSeparator");
        }
        if (DEFAULT_CHARSET_READERS.contains(target.getOwner().getName())) {
            return target.getName().equals(CONSTRUCTOR) && !takes(target, Charset.class);
        }
        return (isOn(target, Locale.class) && isNamed(target, "getDefault"))
                || (isOn(target, Charset.class) && isNamed(target, "defaultCharset"));
    }

    private static boolean readsDefaultsOfString(AccessTarget target) {
        return switch (target.getName()) {
            case "toLowerCase", "toUpperCase", "getBytes" -> parameters(target) == 0;
            case "format", "formatted" -> !takes(target, Locale.class);
            case CONSTRUCTOR -> takes(target, byte[].class) && !takes(target, Charset.class);
            default -> false;
        };
    }

    private static boolean isOn(AccessTarget target, Class<?> owner) {
        return target.getOwner().isEquivalentTo(owner);
    }

    private static boolean isNamed(AccessTarget target, String... names) {
        return List.of(names).contains(target.getName());
    }

    private static int parameters(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget code
                ? code.getRawParameterTypes().size()
                : 0;
    }

    private static boolean takes(AccessTarget target, Class<?> parameter) {
        return target instanceof CodeUnitAccessTarget code
                && code.getRawParameterTypes().stream().anyMatch((JavaClass type) -> type.isEquivalentTo(parameter));
    }
}
