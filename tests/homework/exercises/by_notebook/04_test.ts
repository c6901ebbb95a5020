import { proveExercises } from "../proof.ts";

await proveExercises("04");
