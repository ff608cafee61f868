import { expect, test } from './fixtures'

test('the size of an index follows the numbers, and bad ones keep what was typed', async ({
  page,
}) => {
  await page.goto('production/')
  const plan = page.getByRole('region', { name: 'Size of an index' })
  await plan.scrollIntoViewIfNeeded()
  await expect(plan).toContainText('1 machine of 32 GiB')
  // 1e9 x (384 x 4 + 2 x 16 x 4) bytes = 1.664e12 bytes = 48.4 times 32 GiB
  await plan.getByLabel('Chunks').fill('1000000000')
  await expect(plan).toContainText('49 machines of 32 GiB. Kept 2 times: 98 machines.')
  await plan.getByLabel('One number').selectOption('bit')
  // 1e9 x (48 + 128) bytes = 176 GB
  await expect(plan).toContainText('176 GB')
  await plan.getByLabel('Dimensions').fill('many')
  await expect(plan).toContainText('Dimensions must be a whole number')
  await expect(plan.getByLabel('Dimensions')).toHaveValue('many')
  await expect(plan).toContainText('176 GB')
})
