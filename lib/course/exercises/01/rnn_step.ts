/**
 * Exercise 01.1: one step of the simple recurrent network (Elman 1990).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { plus, tensorOf, times } from "../../arithmetic.ts";
